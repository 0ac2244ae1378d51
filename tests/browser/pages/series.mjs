// Questions that come one after another after a session, found and made behind the page.
import { COHORT } from './conversation.mjs';

const PLACE = `query ($slug: String!) {
  community(slug: $slug) {
    id
    channels { id slug }
    promptSeries { id title questions { position prompt { id } } }
    sessions(first: 100) { edges { node { id number } } }
  }
}`;
const SPACE = `mutation ($input: SpacePromptsInput!) {
  spacePrompts(input: $input) { id title questions { position } }
}`;

/** One of the cohort, by its title; without one, the first. */
export async function seriesFor(person, title) {
  const { community } = await person.asks(PLACE, { slug: COHORT });
  const all = community.promptSeries;
  return title ? all.find((series) => series.title === title) : all.at(-1);
}

/** Who leads plans one of two questions after the last session that was held. */
export async function plansSeries(leader, title) {
  const { community } = await leader.asks(PLACE, { slug: COHORT });
  const sessions = community.sessions.edges.map(({ node }) => node);
  const question = (title, expected) => ({ title, body: 'Without looking it up.', expected });
  const { spacePrompts } = await leader.asks(SPACE, {
    input: {
      session: sessions.find(({ number }) => number === 3).id,
      channel: community.channels[0].id,
      title,
      questions: [question('The first question', 'The first answer'), question('The second one')],
      nonce: crypto.randomUUID(),
    },
  });
  return spacePrompts;
}
