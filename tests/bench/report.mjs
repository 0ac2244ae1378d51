// The figures as Markdown: what was measured, and which goals that reaches.
import { readFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';

const LEMMY_PAGE_CPU_MS = 4.06;
/** What an empty handler did on the machine that the goals were set on. */
const FLOOR_EMPTY_PER_SECOND = 121_000;
const KIB = 1024;

export function report({ sqlite, postgres, paired }) {
  return [
    '# Benchmarks\n',
    `Measured by \`make bench\` on ${machine()}.`,
    'Load generator, server and database share the cores: trust ratios and CPU time, not the clock.\n',
    'Everything is asked signed in, with permissions, safe Markdown, read state and all limits on the',
    'documents; only the limits on how often one person may ask are off. The corpus is made up: 1,000',
    'threads, 8,000 posts, 50 people. Reads run over 8 connections, in rounds that take turns with the',
    'floors; the median round counts.\n',
    operations('SQLite', sqlite),
    ...(postgres ? [operations('PostgreSQL', postgres)] : []),
    deliveries(sqlite.fanout),
    journeys([['SQLite', sqlite], ...(postgres ? [['PostgreSQL', postgres]] : [])]),
    ...reachingMany(sqlite, postgres),
    pairing(paired),
    signingIn([['SQLite', sqlite], ...(postgres ? [['PostgreSQL', postgres]] : [])]),
    beside(sqlite, postgres),
    goals(sqlite, postgres),
  ].join('\n');
}

function machine() {
  const name = readFileSync('/etc/os-release', 'utf8').match(/^PRETTY_NAME="(.*)"/m)?.[1] ?? type();
  return `${cpus().length} cores, ${Math.round(totalmem() / KIB ** 3)} GiB of memory, ${name}`;
}

const whole = (n) => Math.round(n).toLocaleString('en');
const fine = (n) => (n < 10 ? n.toFixed(n < 0.1 ? 3 : 2) : n.toFixed(0));
const row = (cells) => `| ${cells.join(' | ')} |`;
const isFigure = (cell) => /^[\d.,]+( |$)/.test(cell);

/** Columns of figures stand to the right. */
function table(head, rows) {
  const rule = head.map((_, i) => (rows.every((cells) => isFigure(cells[i])) ? '---:' : '---'));
  return [head, rule, ...rows].map(row).join('\n') + '\n';
}

function operations(database, figures) {
  const measured = [
    ['floor: empty handler', figures.floorEmpty],
    ['floor: bare GraphQL `{ hello }`', figures.floorHello],
    ['thread page of 20 posts', figures.page20],
    ['thread page of 50 posts', figures.page50],
    ['latest list of 20 threads', figures.list],
    ['search, first 10 with snippets', figures.search],
    ['thread page of 20 while 50 a second are written', figures.busy],
    ['reply, 4 writers', figures.reply4],
    ['reply, 64 writers', figures.reply64],
  ];
  const rows = measured.map(([name, m]) => [
    name,
    whole(m.perSecond),
    fine(m.p50),
    fine(m.p99),
    fine(m.cpuMs),
  ]);
  return `## ${database}\n\n${table(['', 'a second', 'p50 ms', 'p99 ms', 'CPU ms each'], rows)}`;
}

function deliveries({ few, fewBare, many, manyBare }) {
  const line = (name, m) => [name, fine(m.ms), fine(m.worstMs), fine(m.bytesPerSocket / KIB)];
  const rows = [
    line('294 browsers', few),
    line('294 sockets, bare broadcast', fewBare),
    line('10,000 browsers', many),
    line('10,000 sockets, bare broadcast', manyBare),
  ];
  return `## From one write to the last who hears of it\n\n${table(['', 'median ms', 'worst ms', 'KiB a socket'], rows)}`;
}

function pairing(measured) {
  const rows = measured.map((m) => [
    `${whole(m.people)}, ${m.format}`,
    m.seconds.toFixed(3),
    whole(m.groups),
    whole(m.unpaired),
    `${whole(m.weight)} of at most ${whole(m.bound)}`,
  ]);
  const head = ['people', 'seconds', 'groups', 'without anybody', 'worth'];
  return `## Putting people together\n\n${table(head, rows)}`;
}

/** What a password costs that is hashed as it should be, and what it costs to know whoever asks by their cookie. */
function signingIn(all) {
  const rows = all.map(([database, { signedIn: m }]) => [
    database,
    fine(m.perSecond),
    whole(m.atOnce),
    whole(m.askerMicros),
  ]);
  const head = ['', 'sign-ins a second', 'at once', 'µs to find who asks, in each request'];
  return `## Signing in\n\n${table(head, rows)}`;
}

/** What reaches 10,000 people: a correction of what they read, and a check-in that asks them. */
function reachingMany(sqlite, postgres) {
  const all = [sqlite, postgres].filter(Boolean);
  const line = (words, pick) => [words, ...all.map((figures) => fine(pick(figures)))];
  const meanwhile = (of) => [
    line('until the last of them has the notice', (f) => of(f).last_notice_ms),
    line('the slowest page of others meanwhile', (f) => of(f).slowest_page_ms),
    line('the slowest reply of others meanwhile', (f) => of(f).slowest_reply_ms),
  ];
  const { corrected, opened } = sqlite;
  const correcting = [
    line(
      `publish a correction that ${whole(corrected.readers)} people read`,
      (f) => f.corrected.publish_ms,
    ),
    ...meanwhile((f) => f.corrected),
    line(
      `compare a post with ${whole(corrected.patterns)} patterns`,
      (f) => f.corrected.watch_ms_per_post,
    ),
  ];
  const opening = [
    line(`open a check-in for ${whole(opened.people)} people`, (f) => f.opened.open_ms),
    ...meanwhile((f) => f.opened),
  ];
  const head = ['ms', 'SQLite', 'PostgreSQL'].slice(0, all.length + 1);
  return [
    `## Corrections\n\n${table(head, correcting)}`,
    `## Check-ins\n\n${table(head, opening)}`,
  ];
}

function journeys(databases) {
  const rows = databases.map(
    ([
      name,
      {
        journeys: { perSecond, p50, p99 },
      },
    ]) => [name, whole(perSecond), whole(p50), whole(p99)],
  );
  const head = ['', 'items a second', 'p50 ms from due to done', 'p99 ms from due to done'];
  return `## Ten thousand items of journeys, due in the same minute\n\n${table(head, rows)}`;
}

function beside(sqlite, postgres) {
  const both = (pick) => [pick(sqlite), ...(postgres ? [pick(postgres)] : [])];
  const rows = [
    ['start to first answer, ms', ...both((f) => fine(f.start.ms))],
    ['memory at start, MB', ...both((f) => whole(f.start.memoryMb))],
    ['memory after the runs, MB', ...both((f) => whole(f.memoryAfterMb))],
    ['import, posts a second', ...both((f) => whole(f.imported.perSecond))],
    [
      'import and a new index, posts a second',
      ...both((f) => whole(f.imported.withIndexPerSecond)),
    ],
  ];
  return `## Beside that\n\n${table(['', 'SQLite', ...(postgres ? ['PostgreSQL'] : [])], rows)}`;
}

/** Rates fall and times grow with the machine; what is counted in bytes does not. */
const SCALES = {
  rate: (goal, pace) => goal * pace,
  time: (goal, pace) => goal / pace,
  fixed: (goal) => goal,
};

/** One goal: which, in words, how it scales, what is asked for and what was measured. */
const atLeast = (id, words, goal, measured) => ({
  id,
  words,
  scale: 'rate',
  goal,
  measured,
});
const within = (id, words, goal, measured) => ({
  id,
  words,
  scale: 'time',
  goal,
  measured,
});
const atMost = (id, words, goal, measured) => ({
  id,
  words,
  scale: 'fixed',
  goal,
  measured,
});

function goals(s, p) {
  const { few, many, manyBare } = s.fanout;
  const pace = s.floorEmpty.perSecond / FLOOR_EMPTY_PER_SECOND;
  const list = [
    atLeast('P1', 'thread page of 20, a second, at least', 1500, s.page20.perSecond),
    within(
      'P1',
      'CPU ms of one, a third of what Lemmy takes',
      LEMMY_PAGE_CPU_MS / 3,
      s.page20.cpuMs,
    ),
    p && atLeast('P2', 'the same on PostgreSQL', 1200, p.page20.perSecond),
    atLeast('P3', 'latest list of 20, a second, at least', 3000, s.list.perSecond),
    within('P4', 'thread page: 99 of 100 within ms', 12, s.page20.p99),
    atMost('P4', 'and while 50 a second are written, within ms', 2 * s.page20.p99, s.busy.p99),
    atLeast('P5', 'reply, 4 writers, a second, at least', 640, s.reply4.perSecond),
    atLeast('P5', 'reply, 64 writers, a second, at least', 1000, s.reply64.perSecond),
    within('P5', 'reply, 64 writers, none refused: 99 of 100 within ms', 100, s.reply64.p99),
    within('P8', 'the last of 294 hears of a write within ms', 17, few.ms),
    atMost('P8', 'the last of 10,000 within twice a bare broadcast, ms', 2 * manyBare.ms, many.ms),
    atMost('P8', 'KiB a socket, at most', 24, many.bytesPerSocket / KIB),
    within('P9', 'first answer within ms of the start', 135, s.start.ms),
    atMost('P9', 'MB after the runs, at most', 160, s.memoryAfterMb),
    atLeast('P10', 'import with index, posts a second', 2000, s.imported.withIndexPerSecond),
  ].filter(Boolean);
  const rows = list.map(({ id, words, scale, goal, measured }) => {
    const here = SCALES[scale](goal, pace);
    const isReached = scale === 'rate' ? measured >= here : measured <= here;
    return [id, words, figure(goal), figure(here), figure(measured), verdict(isReached)];
  });
  const head = ['', 'what', 'goal there', 'goal here', 'measured', ''];
  return [
    '## Goals\n',
    `The goals were set on a machine where an empty handler answered ${whole(FLOOR_EMPTY_PER_SECOND)} times a second;`,
    `here it answered ${whole(s.floorEmpty.perSecond)} times, so a goal of so many a second is held to ${fine(pace)} of`,
    'itself, and a goal of so many milliseconds to as much more.\n',
    table(head, rows),
    'P11, the SQL statements of each request, is no matter of speed: the tests count them.',
  ].join('\n');
}

const figure = (n) => (n < 100 ? fine(n) : whole(n));
const verdict = (isReached) => (isReached ? 'reached' : '**not reached**');
