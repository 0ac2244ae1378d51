// A made-up archive in the Stack Exchange format: 1,000 threads, 8,000 posts, 50 people, the same each time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const THREADS = 1000;
export const POSTS = 8000;
export const PEOPLE = 50;
/** The first threads are long enough for a page of 50. */
export const LONG_THREADS = 20;
const LONG = 60;

const WORDS =
  `facilitator learner cohort session breakout agenda warmup debrief feedback coaching practice
  objective handout whiteboard question silence energy timing recap transfer rehearsal scenario roleplay
  observation reflection commitment buddy follow-up evidence outcome resistance conflict listening pace room
  remote hybrid camera audience story example metaphor exercise worksheet survey retention curiosity trust`.split(
    /\s+/,
  );
const GLUE =
  'the a when before after with without because so that and but then for in on our their'.split(
    ' ',
  );

/** Numbers that only look like chance, so that two runs compare. */
export function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const escape = (text) =>
  text.replace(
    /[&<>"\n]/g,
    (c) =>
      ({
        '&': '&amp;',
        '<': '&lt;',
        '>': '&gt;',
        '"': '&quot;',
        '\n': '&#xA;',
      })[c],
  );
export const row = (fields) =>
  `  <row ${Object.entries(fields)
    .map(([k, v]) => `${k}="${escape(String(v))}"`)
    .join(' ')} />`;
export const table = (name, rows) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<${name}>\n${rows.join('\n')}\n</${name}>\n`;
export const at = (minute) =>
  new Date(Date.UTC(2024, 0, 8) + minute * 60_000).toISOString().slice(0, 23);

export function writeCorpus(folder) {
  const pick = chance(20240108);
  const sentence = (words) =>
    Array.from({ length: words }, (_, i) =>
      i % 3 === 2 ? WORDS[pick(WORDS.length)] : GLUE[pick(GLUE.length)],
    ).join(' ');
  const body = () =>
    `<p>${sentence(18 + pick(30))}.</p>\n<p>${sentence(12)} <strong>${sentence(3)}</strong>, ${sentence(9)}:</p>\n` +
    `<ul>\n<li>${sentence(6)}</li>\n<li>${sentence(8)} <code>${sentence(1)}</code></li>\n</ul>\n`;

  const replies = Array.from({ length: THREADS }, (_, thread) =>
    thread < LONG_THREADS ? LONG - 1 : 0,
  );
  const rest = POSTS - THREADS - LONG_THREADS * (LONG - 1);
  for (let i = 0; i < rest; i += 1) replies[LONG_THREADS + (i % (THREADS - LONG_THREADS))] += 1;

  const posts = [];
  const owner = () => 1 + pick(PEOPLE);
  for (const [thread, count] of replies.entries()) {
    const question = posts.length + 1;
    const title = `${sentence(4)} ${WORDS[thread % WORDS.length]}, no. ${thread + 1}`;
    posts.push(
      row({
        Id: question,
        PostTypeId: 1,
        CreationDate: at(thread * 97),
        Score: pick(9),
        Body: body(),
        OwnerUserId: owner(),
        LastActivityDate: at(thread * 97 + count),
        Title: title,
        Tags: `<${WORDS[pick(12)]}>`,
        AnswerCount: count,
        ContentLicense: 'CC BY-SA 4.0',
      }),
    );
    for (let reply = 1; reply <= count; reply += 1) {
      posts.push(
        row({
          Id: posts.length + 1,
          PostTypeId: 2,
          ParentId: question,
          CreationDate: at(thread * 97 + reply),
          Score: pick(5),
          Body: body(),
          OwnerUserId: owner(),
          LastActivityDate: at(thread * 97 + reply),
          ContentLicense: 'CC BY-SA 4.0',
        }),
      );
    }
  }
  const people = Array.from({ length: PEOPLE }, (_, i) =>
    row({
      Id: i + 1,
      Reputation: 1,
      CreationDate: at(0),
      DisplayName: `Person ${i + 1}`,
      AccountId: i + 1,
    }),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'Posts.xml'), table('posts', posts));
  writeFileSync(join(folder, 'Users.xml'), table('users', people));
}
