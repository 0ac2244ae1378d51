// The figures as Markdown: what was measured, and which goals that reaches.
import { readFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';

const LEMMY_PAGE_CPU_MS = 4.06;
const KIB = 1024;

export function report({ sqlite, postgres }) {
  return [
    '# Benchmarks\n',
    `Measured by \`make bench\` on ${machine()}.`,
    'Load generator, server and database share the cores: trust ratios and CPU time, not the clock.',
    'The goals were set on a machine where an empty handler answers 121,000 times a second and',
    '`{ hello }` 78,000 times: hold them against the floors of this run.\n',
    'Everything is asked signed in, with permissions, safe Markdown, read state and all limits on the',
    'documents; only the limits on how often one person may ask are off. The corpus is made up: 1,000',
    'threads, 8,000 posts, 50 people. Reads run over 8 connections, in rounds that take turns with the',
    'floors; the median round counts.\n',
    operations('SQLite', sqlite),
    ...(postgres ? [operations('PostgreSQL', postgres)] : []),
    deliveries(sqlite.fanout),
    journeys([['SQLite', sqlite], ...(postgres ? [['PostgreSQL', postgres]] : [])]),
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

function goals(s, p) {
  const { few, many, manyBare } = s.fanout;
  const list = [
    [
      'P1',
      'thread page of 20: at least 1,500 a second',
      `${whole(s.page20.perSecond)}`,
      s.page20.perSecond >= 1500,
    ],
    [
      'P1',
      'thread page of 20: at most a third of the CPU time Lemmy takes for one',
      `${fine(s.page20.cpuMs)} ms`,
      s.page20.cpuMs <= LEMMY_PAGE_CPU_MS / 3,
    ],
    p && [
      'P2',
      'the same on PostgreSQL: at least 1,200 a second',
      whole(p.page20.perSecond),
      p.page20.perSecond >= 1200,
    ],
    [
      'P3',
      'latest list of 20: at least 3,000 a second',
      whole(s.list.perSecond),
      s.list.perSecond >= 3000,
    ],
    ['P4', 'thread page: 99 of 100 within 12 ms', `${fine(s.page20.p99)} ms`, s.page20.p99 <= 12],
    [
      'P4',
      'and within twice that while 50 a second are written',
      `${fine(s.busy.p99)} ms`,
      s.busy.p99 <= 2 * s.page20.p99,
    ],
    [
      'P5',
      'reply, 4 writers: at least 640 a second',
      whole(s.reply4.perSecond),
      s.reply4.perSecond >= 640,
    ],
    [
      'P5',
      'reply, 64 writers: at least 1,000 a second',
      whole(s.reply64.perSecond),
      s.reply64.perSecond >= 1000,
    ],
    [
      'P5',
      'reply, 64 writers: 99 of 100 within 100 ms, none refused',
      `${fine(s.reply64.p99)} ms`,
      s.reply64.p99 <= 100,
    ],
    ['P8', 'last of 294 hears of a write within 17 ms', `${fine(few.ms)} ms`, few.ms <= 17],
    [
      'P8',
      'last of 10,000 within twice what a bare broadcast takes',
      `${fine(many.ms)} to ${fine(manyBare.ms)} ms`,
      many.ms <= 2 * manyBare.ms,
    ],
    [
      'P8',
      'at most 24 KiB a socket',
      `${fine(many.bytesPerSocket / KIB)} KiB`,
      many.bytesPerSocket <= 24 * KIB,
    ],
    ['P9', 'first answer within 135 ms of the start', `${fine(s.start.ms)} ms`, s.start.ms <= 135],
    ['P9', 'at most 160 MB after the runs', `${whole(s.memoryAfterMb)} MB`, s.memoryAfterMb <= 160],
    [
      'P10',
      'import with index: at least 2,000 posts a second',
      whole(s.imported.withIndexPerSecond),
      s.imported.withIndexPerSecond >= 2000,
    ],
  ].filter(Boolean);
  const rows = list.map(([id, goal, figure, reached]) => [
    id,
    goal,
    figure,
    reached ? 'reached' : '**not reached**',
  ]);
  const counted =
    'P11, the SQL statements of each request, is no matter of speed: the tests count them.';
  return `## Goals\n\n${table(['', 'goal', 'measured', ''], rows)}\n${counted}`;
}
