// What falls due in one minute: how many items a second are done, and how long after they were due.
const STEPS = 50;
const JOURNEYS = 200;
const ITEMS = STEPS * JOURNEYS;
/** So long it takes at most until everything is applied. */
const HEAD_START_MS = 60_000;
const PATIENCE_MS = 120_000;
const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

const act = (field, type, fields) =>
  `mutation ($input: ${type}!) { ${field}(input: $input) { ${fields} } }`;

/**
 * Ten thousand items, nine of ten a reminder and one a conversation, in the community of an administrator.
 * Each item tells itself when it was due and when it was done.
 */
export async function dueInOneMinute(administrator, tell) {
  const community = await founded(administrator);
  const due = new Date(Math.ceil((Date.now() + HEAD_START_MS) / SECOND_MS) * SECOND_MS);
  const session = await planned(administrator, community, due);
  const journeys = [];
  for (let i = 0; i < JOURNEYS; i += 1) {
    // A template is applied to a session once.
    const { createJourneyTemplate: template } = await administrator.ask(
      act('createJourneyTemplate', 'CreateJourneyTemplateInput', 'id'),
      { input: { community, name: `Much at once, ${i}`, steps: steps() } },
    );
    const { applyJourney } = await administrator.ask(
      act('applyJourney', 'ApplyJourneyInput', 'id'),
      { input: { template: template.id, session } },
    );
    journeys.push(applyJourney.id);
  }
  if (Date.now() > due.getTime()) throw new Error('the items were due before all were there');
  tell(`waiting until ${ITEMS} items are due`);
  await until(() => Date.now() > due.getTime() + 100);
  const last = journeys.at(-1);
  await until(async () => (await ahead(administrator, last)) === 0);
  const items = [];
  for (const journey of journeys) {
    await until(async () => (await ahead(administrator, journey)) === 0);
    items.push(...(await itemsOf(administrator, journey)));
  }
  return figures(items);
}

async function founded(administrator) {
  const { createCommunity } = await administrator.ask(
    act('createCommunity', 'CreateCommunityInput', 'id'),
    {
      input: {
        kind: 'COHORT',
        name: 'Much at once',
        purpose: 'To be measured',
        zone: 'UTC',
      },
    },
  );
  const community = createCommunity.id;
  await administrator.ask(act('createChannel', 'CreateChannelInput', 'id'), {
    input: {
      community,
      name: 'log',
      purpose: 'What is said',
      kind: 'DISCUSSION',
    },
  });
  return community;
}

/** A session that begins an hour after everything is due. */
async function planned(administrator, community, due) {
  const wall = (hours) => new Date(due.getTime() + hours * HOUR_MS).toISOString().slice(0, 19);
  const input = {
    community,
    title: 'Afterwards',
    format: 'VIRTUAL',
    parts: [{ starts: wall(1), ends: wall(2), zone: 'UTC' }],
  };
  const { createSession } = await administrator.ask(
    act('createSession', 'CreateSessionInput', 'id'),
    { input },
  );
  const session = createSession.id;
  await administrator.ask(act('publishSession', 'PublishSessionInput', 'id'), {
    input: { session },
  });
  return session;
}

function steps() {
  return Array.from({ length: STEPS }, (_, i) => ({
    key: `step-${i}`,
    title: `Step ${i}`,
    anchor: 'SESSION_START',
    minutes: -60,
    ...(i % 10 === 0
      ? {
          action: 'announce',
          settings: { title: `Word ${i}`, body: 'Until soon.' },
        }
      : {
          action: 'remind',
          settings: { text: `Nudge ${i}`, roles: ['facilitator'] },
        }),
  }));
}

const ITEMS_OF = `query ($id: ID!, $filter: ItemFilter!) { node(id: $id) { ... on Journey {
  items(first: 100, filter: $filter) { edges { node { state dueAt doneAt } } } } } }`;

async function itemsOf(administrator, id, filter = 'ALL') {
  const { node } = await administrator.ask(ITEMS_OF, { id, filter });
  return node.items.edges.map((edge) => edge.node);
}

async function ahead(administrator, journey) {
  return (await itemsOf(administrator, journey, 'AHEAD')).length;
}

function figures(items) {
  const done = items.filter(({ state }) => state === 'DONE');
  if (done.length !== ITEMS) throw new Error(`${done.length} of ${ITEMS} items were done`);
  const late = done.map(({ dueAt, doneAt }) => Date.parse(doneAt) - Date.parse(dueAt));
  late.sort((a, b) => a - b);
  return {
    perSecond: (ITEMS * 1000) / late.at(-1),
    p50: late[Math.floor(ITEMS * 0.5)],
    p99: late[Math.floor(ITEMS * 0.99)],
  };
}

async function until(isSo) {
  const began = Date.now();
  while (!(await isSo())) {
    if (Date.now() - began > PATIENCE_MS) throw new Error('the items are not done in time');
    await new Promise((wake) => setTimeout(wake, 250));
  }
}
