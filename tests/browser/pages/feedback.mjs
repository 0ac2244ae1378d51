// Rounds in which people look at what others applied, made behind the page.
import { COHORT } from './conversation.mjs';

const PLACE = `query ($slug: String!) { community(slug: $slug) { id channels { id slug } } }`;
const OPEN = `mutation ($input: CreateFeedbackRoundInput!) {
  createFeedbackRound(input: $input) { id title }
}`;
const HAND_IN = `mutation ($input: SubmitEvidenceInput!) { submitEvidence(input: $input) { id } }`;
const ASKED = `query ($id: ID!) { feedbackRound(id: $id) { id viewerFeedback { id state } } }`;

const ROUNDS = `query ($slug: String!) {
  community(slug: $slug) { id feedbackRounds { id title viewerFeedback { id state } } }
}`;

const levels = ['One does not see it', 'One sees it', 'One could do it oneself'];

/** Who leads opens a round with two criteria; each gives and gets feedback once. */
export async function roundBy(leader, title) {
  const { community } = await leader.asks(PLACE, { slug: COHORT });
  const { createFeedbackRound } = await leader.asks(OPEN, {
    input: {
      community: community.id,
      channel: community.channels[0].id,
      title,
      body: 'One talk in which you asked before you explained.',
      criteria: ['What was done', 'What came of it'].map((title) => ({ title, levels })),
      each: 1,
      nonce: crypto.randomUUID(),
    },
  });
  const { id } = createFeedbackRound;
  return { ...createFeedbackRound, path: `/c/${COHORT}/feedback/${id}` };
}

/** Somebody hands something in. */
export const handsIn = (person, round, title) =>
  person.asks(HAND_IN, {
    input: { round: round.id, title, body: 'I asked, and waited.', nonce: crypto.randomUUID() },
  });

/** The first thing that waits for them in a round. */
export async function askedOf(person, round) {
  const { feedbackRound } = await person.asks(ASKED, { id: round.id });
  return feedbackRound.viewerFeedback.find(({ state }) => state === 'ASKED');
}

/** The first round of the cohort. */
export async function roundFor(person) {
  const { community } = await person.asks(ROUNDS, { slug: COHORT });
  return community.feedbackRounds.at(-1);
}

/** What waits for them in it: both as the end of an address. */
export async function feedbackFor(person) {
  const { id, viewerFeedback } = await roundFor(person);
  const asked = viewerFeedback.find(({ state }) => state === 'ASKED') ?? viewerFeedback[0];
  return { id: `${id}/${asked.id}` };
}
