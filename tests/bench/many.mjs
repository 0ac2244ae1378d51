// Search among many posts, over GraphQL with what the asker may read: `node tests/bench/many.mjs [POSTS]`.
// Prints Markdown; how it goes along is told on stderr. With TEST_DATABASE_URL it measures PostgreSQL.
import {
  createWriteStream,
  mkdtempSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, chance, row, table } from './corpus.mjs';
import { load, usage } from './load.mjs';
import { enter, SEARCH, SEARCH_WITH_FACETS, signInAll, SUGGEST } from './people.mjs';
import { organisation } from './server.mjs';

const POSTS = Number(process.argv[2] ?? 1_000_000);
const POSTS_A_THREAD = 8;
const PEOPLE = 2000;
const VOCABULARY = 60_000;
const ASKS = 500;
const SECONDS = 10;
const COMMUNITY = { name: 'Field notes', slug: 'field-notes' };

const SMALL =
  'the to and of a in is that it for you with on this be are not have what how we they or at'.split(
    ' ',
  );
const SYLLABLES = 'an ter ing ses lo mi ra tion per al be con di ti na re gro up sti ke'.split(' ');

const folder = mkdtempSync(join(tmpdir(), 'interlude-many-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const tell = (words) => console.error(`── ${words}`);

tell(`writing ${POSTS} posts`);
const pick = chance(20260101);
const bytes = await writeArchive(join(folder, 'archive'));
const home = join(folder, 'home');
mkdirSync(home);
const house = organisation(home, process.env.TEST_DATABASE_URL);
house.run('migrate', 'up');
house.run('demo', 'load');
tell('importing');
const imported = timed(() =>
  house.run('import', 'stackexchange', join(folder, 'archive'), '--community', COMMUNITY.name),
);
tell('filling the index');
const indexed = timed(() => house.run('search', 'rebuild'));
tell(house.run('search', 'stats').toString());

const server = await house.serve();
const people = await signInAll(server);
await enter(people, COMMUNITY.slug);
const { cookie } = people[1];
const twoWords = Array.from({ length: ASKS }, () => `${word(zipf())} ${word(zipf())}`);
const typed = Array.from({ length: ASKS }, () => word(zipf()).slice(0, 3));
const measured = [
  ['two words, first 10 with snippets', SEARCH, twoWords],
  ['the same with facets', SEARCH_WITH_FACETS, twoWords],
  ['suggestions for three letters', SUGGEST, typed],
];
const figures = [];
for (const [name, query, words] of measured) {
  const asks = words.map((text) => ({ cookie, body: { query, variables: { query: text } } }));
  for (const connections of [1, 8]) {
    tell(`${name}, ${connections} at once`);
    const path = '/graphql';
    figures.push([
      `${name}, ${connections} at once`,
      await load(server, { path, asks, connections, seconds: SECONDS }, folder),
    ]);
  }
}
const { memoryMb } = usage(server.pid);
await server.stop();
print();

function print() {
  const rate = (seconds) => Math.round(POSTS / seconds).toLocaleString('en');
  console.log(`${POSTS.toLocaleString('en')} posts, ${Math.round(bytes / 1e6)} MB of text: imported ${rate(imported)} a
second, indexed ${rate(indexed)} a second; ${Math.round(memoryMb)} MB of memory after the searches.\n`);
  console.log(
    '|  | a second | p50 ms | p99 ms | CPU ms each |\n| --- | ---: | ---: | ---: | ---: |',
  );
  for (const [name, of] of figures) {
    const cells = [of.perSecond.toFixed(0), of.p50, of.p99, of.cpuMs];
    console.log(
      `| ${name} | ${cells.map((it) => Number(it).toFixed(it === cells[0] ? 0 : 2)).join(' | ')} |`,
    );
  }
}

function timed(work) {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

/** A rank of the vocabulary, the first the likeliest: as uneven as a language. */
function zipf() {
  return Math.floor(VOCABULARY ** (pick(1_000_000) / 1_000_000)) - 1;
}

/** A word for each rank: the small words of English first, then pronounceable ones. */
function word(rank) {
  if (rank < SMALL.length) return SMALL[rank];
  let made = '';
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    made += SYLLABLES[rest % SYLLABLES.length];
  }
  return made;
}

function text(words) {
  return Array.from({ length: words }, () => word(zipf())).join(' ');
}

/** Writes it piece by piece, and returns how many bytes of text it has. */
async function writeArchive(into) {
  mkdirSync(into);
  const file = createWriteStream(join(into, 'Posts.xml'));
  file.write('<?xml version="1.0" encoding="utf-8"?>\n<posts>\n');
  let written = 0;
  for (let id = 1; id <= POSTS; id += 1) {
    const question = id - ((id - 1) % POSTS_A_THREAD);
    const body = text(20 + (id % 120));
    written += body.length;
    const post = {
      Id: id,
      PostTypeId: id === question ? 1 : 2,
      CreationDate: at(id),
      Score: 0,
      Body: `<p>${body}</p>`,
      OwnerUserId: 1 + pick(PEOPLE),
      LastActivityDate: at(id),
      ...(id === question
        ? { Title: text(7), Tags: `<${word(100 + pick(40))}>` }
        : { ParentId: question }),
      ContentLicense: 'CC BY-SA 4.0',
    };
    if (!file.write(row(post) + '\n')) await once(file, 'drain');
  }
  file.end('</posts>\n');
  await once(file, 'finish');
  const people = Array.from({ length: PEOPLE }, (_, i) =>
    row({
      Id: i + 1,
      Reputation: 1,
      CreationDate: at(0),
      DisplayName: `Person ${i + 1}`,
      AccountId: i + 1,
    }),
  );
  writeFileSync(join(into, 'Users.xml'), table('users', people));
  tell(`${Math.round(statSync(join(into, 'Posts.xml')).size / 1e6)} MB`);
  return written;
}
