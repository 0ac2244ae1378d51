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
