// What is asked between sessions, made behind the page.
import { COHORT } from './conversation.mjs';

const PLACE = `query ($slug: String!) {
  community(slug: $slug) {
    id
    channels { id slug }
    sessions(first: 100) { edges { node { id number state } } }
  }
}`;
const ASK = `mutation ($input: PostPromptInput!) {
  postPrompt(input: $input) { id title thread { id } }
}`;
const ANSWER = 'mutation ($input: AnswerPromptInput!) { answerPrompt(input: $input) { id } }';
const OPEN = 'mutation ($input: OpenPreWorkInput!) { openPreWork(input: $input) { id title } }';
const TEMPLATE = `mutation ($input: CreateJourneyTemplateInput!) {
  createJourneyTemplate(input: $input) { id }
}`;
const APPLY = 'mutation ($input: ApplyJourneyInput!) { applyJourney(input: $input) { id } }';
const HOUR_MS = 3_600_000;

const soon = () => new Date(Date.now() + HOUR_MS).toISOString();

/** The next session of the cohort, where it stands. */
export async function placeOf(person) {
  const { community } = await person.asks(PLACE, { slug: COHORT });
  const session = community.sessions.edges
    .map(({ node }) => node)
    .find(({ state }) => state === 'PUBLISHED');
  return { ...community, session };
}

/** Somebody who leads asks something; it is due before everything else. */
export async function promptBy(leader, title, more = {}) {
  const { channels, session } = await placeOf(leader);
  const { postPrompt } = await leader.asks(ASK, {
    input: {
      channel: channels[0].id,
      session: session.id,
      title,
      body: 'Write down one thing you say, and one thing the other person says.',
      answerFirst: true,
      dueAt: soon(),
      nonce: crypto.randomUUID(),
      ...more,
    },
  });
  return { ...postPrompt, path: `/c/${COHORT}/prompts/${postPrompt.id}` };
}

export const answersPrompt = (person, prompt, body) =>
  person.asks(ANSWER, {
    input: { prompt: prompt.id, body, nonce: crypto.randomUUID() },
  });

/** Somebody who leads gives something to read. */
export async function preWorkBy(leader, title) {
  const { id, session } = await placeOf(leader);
  const words = { title, note: 'Six pages.', minutes: 10, dueAt: soon() };
  const input = { community: id, session: session.id, ...words };
  const { openPreWork } = await leader.asks(OPEN, { input });
  return { ...openPreWork, path: `/c/${COHORT}/pre-work/${openPreWork.id}` };
}

/** Somebody who leads writes a template. */
export async function templateBy(leader) {
  const { id } = await placeOf(leader);
  const words = { title: '{session} is near', body: 'Bring one conversation.' };
  const step = { key: 'ahead', title: 'Say what is ahead', action: 'announce', settings: words };
  const steps = [{ ...step, anchor: 'SESSION_START', days: -1, at: '09:00' }];
  const input = { community: id, name: 'Around a session', steps };
  return (await leader.asks(TEMPLATE, { input })).createJourneyTemplate;
}

/** Somebody who leads applies one. */
export async function journeyBy(leader) {
  const [{ session }, template] = [await placeOf(leader), await templateBy(leader)];
  const input = { template: template.id, session: session.id };
  return (await leader.asks(APPLY, { input })).applyJourney;
}
