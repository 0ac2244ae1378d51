// The benchmark: what the release binary does, beside the least our stack can do, in one run.
// Prints Markdown; how it goes along is told on stderr. With TEST_DATABASE_URL it measures PostgreSQL as well.
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POSTS, THREADS, LONG_THREADS, PEOPLE, writeCorpus } from './corpus.mjs';
import { dueInOneMinute } from './journeys.mjs';
import { load, usage } from './load.mjs';
import {
  LIVE,
  REPLY,
  SEARCH,
  THREAD_LIST,
  THREAD_PAGE,
  Visitor,
  enter,
  reply,
  signInAll,
} from './people.mjs';
import { report } from './report.mjs';
import { fanout, floor, organisation, pairs, reaching } from './server.mjs';

const ROUNDS = 3;
const ROUND_SECONDS = 3;
const COMMUNITY = { name: 'Field notes', slug: 'field-notes' };
const REPLY_BODY =
  'I tried **this** on Tuesday, with two changes:\n\n- a shorter warm-up\n- pairs, not fours\n\nIt held.';
const SEARCHES = [
  'silence energy',
  'roleplay',
  'breakout timing',
  'hybrid camera audience',
  'feedback',
];

const folder = mkdtempSync(join(tmpdir(), 'interlude-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const tell = (words) => console.error(`── ${words}`);

const corpus = join(folder, 'archive');
writeCorpus(corpus);
const base = await floor(folder);

const sqlite = await measure('SQLite');
const postgres =
  process.env.TEST_DATABASE_URL && (await measure('PostgreSQL', process.env.TEST_DATABASE_URL));
await base.stop();
for (const [figures, url] of [[sqlite], [postgres, process.env.TEST_DATABASE_URL]]) {
  if (!figures) continue;
  tell('correcting what 10,000 people read');
  figures.corrected = reaching('corrections', url);
  tell('opening a check-in for 10,000 people');
  figures.opened = reaching('opening', url);
  tell('signing in');
  figures.signedIn = reaching('sign_ins', url);
}
tell('putting up to 2,000 people together');
console.log(report({ sqlite, postgres, paired: pairs() }));

async function measure(database, databaseUrl) {
  tell(`${database}: importing ${POSTS} posts in ${THREADS} threads by ${PEOPLE} people`);
  const home = join(folder, database);
  mkdirSync(home);
  const house = organisation(home, databaseUrl);
  const figures = { imported: importArchive(house) };

  tell(`${database}: starting`);
  const starts = [];
  for (let i = 0; i < 5; i += 1) {
    const started = await house.serve();
    starts.push(started.startMs);
    await started.stop();
  }
  const server = await house.serve();
  figures.start = { ms: median(starts), memoryMb: usage(server.pid).memoryMb };

  const people = await signInAll(server);
  const community = await enter(people, COMMUNITY.slug);
  const asks = questions(people, community);
  Object.assign(figures, await reads(database, server, asks));
  Object.assign(figures, await writes(database, server, { people, community, asks }));
  figures.memoryAfterMb = usage(server.pid).memoryMb;
  figures.journeys = await dueInOneMinute(people[0], (words) => tell(`${database}: ${words}`));
  if (!databaseUrl) figures.fanout = await deliveries(server, people, community);
  await server.stop();
  return figures;
}

function importArchive(house) {
  house.run('migrate', 'up');
  house.run('demo', 'load');
  const began = performance.now();
  house.run('import', 'stackexchange', corpus, '--community', COMMUNITY.name);
  const imported = performance.now();
  house.run('search', 'rebuild');
  const indexed = performance.now();
  return {
    perSecond: (POSTS * 1000) / (imported - began),
    withIndexPerSecond: (POSTS * 1000) / (indexed - began),
  };
}

/** The bodies that are asked, by everybody in turn. */
function questions(people, { slug, threads }) {
  const long = threads.slice(0, LONG_THREADS);
  const inTurn = (bodies) =>
    bodies.map((body, i) => ({
      cookie: people[i % people.length].cookie,
      body,
    }));
  const page = (first) =>
    inTurn(long.map(({ id }) => ({ query: THREAD_PAGE, variables: { id, first } })));
  return {
    page20: page(20),
    page50: page(50),
    list: inTurn(people.map(() => ({ query: THREAD_LIST, variables: { slug } }))),
    search: inTurn(SEARCHES.map((query) => ({ query: SEARCH, variables: { query } }))),
    reply: inTurn(threads.slice(-200).map(({ id }) => reply(id, REPLY_BODY))),
  };
}

/** Rounds in turn, so that a slow moment of the machine meets all alike; the median round counts. */
async function reads(database, server, asks) {
  const nobody = [{ cookie: '', body: {} }];
  const hello = [{ cookie: '', body: { query: '{ hello }' } }];
  const kinds = {
    floorEmpty: [base, { path: '/', asks: nobody }],
    floorHello: [base, { path: '/graphql', asks: hello }],
    page20: [server, { path: '/graphql', asks: asks.page20 }],
    page50: [server, { path: '/graphql', asks: asks.page50 }],
    list: [server, { path: '/graphql', asks: asks.list }],
    search: [server, { path: '/graphql', asks: asks.search }],
  };
  await hasAll(server, asks);
  const rounds = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let round = 1; round <= ROUNDS; round += 1) {
    tell(`${database}: reading, round ${round} of ${ROUNDS}`);
    for (const [kind, [whom, what]] of Object.entries(kinds)) {
      rounds[kind].push(
        await load(whom, { ...what, connections: 8, seconds: ROUND_SECONDS }, folder),
      );
    }
  }
  const middle = (list) =>
    list.sort((a, b) => a.perSecond - b.perSecond)[Math.floor(list.length / 2)];
  return Object.fromEntries(Object.entries(rounds).map(([kind, list]) => [kind, middle(list)]));
}

/** What is measured must be what is meant: the pages are full, the searches find. */
async function hasAll(server, asks) {
  const answer = ({ cookie, body }) =>
    Object.assign(new Visitor(server), { cookie }).ask(body.query, body.variables);
  const full = [
    (await answer(asks.page20[0])).thread.posts.edges.length === 20,
    (await answer(asks.page50[0])).thread.posts.edges.length === 50,
    (await answer(asks.list[0])).community.threads.edges.length === 20,
    (await answer(asks.search[0])).search.edges.length === 10,
  ];
  if (full.includes(false)) throw new Error(`pages are not full: ${full}`);
}

async function writes(database, server, { people, community, asks }) {
  tell(`${database}: reading while 50 a second are written`);
  let written = 0;
  const writer = setInterval(() => {
    const thread = community.threads.at(-1 - (written % 200)).id;
    const input = {
      thread,
      body: REPLY_BODY,
      nonce: `00000000-0000-7000-8000-${String((written += 1)).padStart(12, '0')}`,
    };
    people[0].ask(REPLY, { input }).catch((error) => console.error(error.message));
  }, 20);
  const busy = await load(
    server,
    { path: '/graphql', asks: asks.page20, connections: 8, seconds: 6 },
    folder,
  );
  clearInterval(writer);

  tell(`${database}: writing`);
  const write = {
    path: '/graphql',
    asks: asks.reply,
    seconds: 6,
    kind: 'write',
  };
  const reply4 = await load(server, { ...write, connections: 4 }, folder);
  const reply64 = await load(server, { ...write, connections: 64 }, folder);
  return { busy, reply4, reply64 };
}

async function deliveries(server, people, community) {
  const [writer, reader] = people;
  const authority = (of) => of.origin.replace('http://', '');
  const live = {
    authority: authority(server),
    pid: server.pid,
    cookie: reader.cookie,
    socket_path: '/graphql/ws',
    protocol: 'graphql-transport-ws',
    opening: [
      { type: 'connection_init' },
      {
        id: '1',
        type: 'subscribe',
        payload: { query: LIVE, variables: { in: community.threads[0].id } },
      },
    ].map((message) => JSON.stringify(message)),
    ready: 'READY',
    write_path: '/graphql',
    write_body: JSON.stringify(reply(community.threads[0].id, 'Heard by all: NONCE')),
  };
  const bare = {
    authority: authority(base),
    pid: base.pid,
    cookie: writer.cookie,
    socket_path: '/ws',
    opening: [],
    write_path: '/tell',
    write_body: 'NONCE',
  };
  const run = async (plan, sockets, writes) => {
    tell(`telling ${sockets} sockets`);
    const { last_delivery_ms, bytes_per_socket } = await fanout({
      ...plan,
      sockets,
      writes,
    });
    return {
      ms: median(last_delivery_ms),
      worstMs: Math.max(...last_delivery_ms),
      bytesPerSocket: bytes_per_socket,
    };
  };
  return {
    few: await run(live, 294, 20),
    fewBare: await run(bare, 294, 20),
    many: await run(live, 10_000, 5),
    manyBare: await run(bare, 10_000, 5),
  };
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}
