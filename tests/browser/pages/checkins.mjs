// What people are asked between sessions, found behind the page.
import { COHORT } from './conversation.mjs';

const CHECK_INS = `query ($slug: String!) {
  community(slug: $slug) {
    id
    checkIns(filter: ALL, first: 1) { edges { node { id title } } }
  }
}`;

/** The first check-in of the cohort. */
export async function checkInFor(person) {
  const { community } = await person.asks(CHECK_INS, { slug: COHORT });
  return community.checkIns.edges[0].node;
}

const DEFINE = `mutation ($input: DefineCheckInInput!) { defineCheckIn(input: $input) { id } }`;
const MONTH_MS = 30 * 86_400_000;

/** Plans a check-in of one question that opens in a month; returns its id. */
export async function plansCheckIn(person, title) {
  const { community } = await person.asks(CHECK_INS, { slug: COHORT });
  const { defineCheckIn } = await person.asks(DEFINE, {
    input: {
      community: community.id,
      title,
      opensAt: new Date(Date.now() + MONTH_MS).toISOString(),
      questions: [{ kind: 'SHORT_TEXT', words: 'What happened?', visibility: 'COHORT' }],
      nonce: title,
    },
  });
  return defineCheckIn.id;
}
