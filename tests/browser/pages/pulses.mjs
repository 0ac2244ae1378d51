// What people are asked without their names, found and made behind the page.
import { COHORT } from './conversation.mjs';

const PULSES = `query ($slug: String!) {
  community(slug: $slug) {
    id
    pulses(filter: ALL, first: 20) { edges { node { id title kind state } } }
    sessions(first: 100) { edges { node { id number state } } }
  }
}`;
const DEFINE = `mutation ($input: DefinePulseInput!) {
  definePulse(input: $input) { id title openLink { path } }
}`;

async function placeOf(person) {
  const { community } = await person.asks(PULSES, { slug: COHORT });
  return {
    id: community.id,
    pulses: community.pulses.edges.map(({ node }) => node),
    sessions: community.sessions.edges.map(({ node }) => node),
  };
}

async function pulseThat(person, isIt) {
  const { pulses } = await placeOf(person);
  return pulses.find(isIt);
}

/** The first of the cohort that is asked of members. */
export const transferOpen = (person) =>
  pulseThat(person, ({ kind, state }) => state === 'OPEN' && kind !== 'REACTION');
export const pulseClosed = (person) => pulseThat(person, ({ state }) => state === 'CLOSED');
/** The form for everybody in a room. */
export const reactionOpen = (person) =>
  pulseThat(person, ({ kind, state }) => state === 'OPEN' && kind === 'REACTION');

/** Who leads plans one that opens in a month. */
export async function plansPulse(leader, title) {
  const { id } = await placeOf(leader);
  const { definePulse } = await leader.asks(DEFINE, {
    input: {
      community: id,
      kind: 'TRANSFER',
      title,
      opensAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      nonce: crypto.randomUUID(),
    },
  });
  return definePulse;
}
