// Colleagues who are asked, behind the page.
import { COHORT } from './conversation.mjs';

const PLACE = `query ($slug: String!) {
  community(slug: $slug) { id delivery { version { objectives { id } } } }
}`;
const ASK = `mutation ($input: ConsultColleagueInput!) { consultColleague(input: $input) { id } }`;

/** Somebody asks a colleague who is nobody here. */
export async function consultationBy(person) {
  const { community } = await person.asks(PLACE, { slug: COHORT });
  const { consultColleague } = await person.asks(ASK, {
    input: {
      community: community.id,
      objective: community.delivery.version.objectives[0].id,
      colleague: { name: 'Ruth Adler', email: `${crypto.randomUUID()}@example.org` },
      question: 'What do you look at first?',
      nonce: crypto.randomUUID(),
    },
  });
  return consultColleague;
}
