// What the server says on a screen is English in backend/*/src, and German in locales/de/server.json, by its
// English: a sentence without German fails here with its place, and so does German whose English is gone.
import { readFileSync, readdirSync } from 'node:fs';
import { tokensOf } from './rust.mjs';

const BACKEND = '../backend';
const GERMAN = 'locales/de/server.json';
/** The group of what libraries of the server say, whose source is not ours. */
const LIBRARIES = 'libraries';

/** Source whose strings nobody reads on a screen. */
const ELSEWHERE = [
  /^demo\//, // people of the demonstration wrote it
  /(^|\/)held\.rs$/, // it stands in what somebody takes along, for whoever reads files of data
  /^checkins\/summary\.rs$/, // it writes in the language of its reader itself
  /^pairings\/calendar\.rs$/, // likewise
  /^pulses\/templates\.rs$/, // likewise
  /^journeys\/actions\/questions\/words\.rs$/, // so does this
  /^imports\/(conversations|roster|sheet|slack|stackexchange)(\.rs|\/(?!commands|letters|plan|table))/, // printed in a terminal
  /^kernel\/seal\.rs$/, // for operators
  /^sso\/(discovery|flow|hear|id_token|logout|logout_token|outcome|refusal|token_endpoint)\.rs$/, // details for the log
  /^scim\//, // directories read it
  /^server\/(?!http\/(files|graphql|observe|rates|refusal|uploads)\.rs)/, // operators and other programs
  /(^|\/)tests(\.rs|\/)/,
];
/** What is no sentence, though it looks like one, or is written down once for everybody. */
const NOT_SAID = new Set([
  'interlude: stop these letters',
  'noopener noreferrer nofollow ugc',
  '{session}: what we take with us',
  '{session}: was wir mitnehmen',
]);
/** Calls and macros whose strings go to the log or to the database. */
const TO_THE_LOG = new Set(
  ['internal', 'because', 'expect', 'run_unprepared', 'execute_unprepared', 'Custom'].concat(
    'scalar! panic! unreachable! assert! assert_eq! assert_ne! debug_assert!'.split(' '),
    'trace! debug! info! warn! error!'.split(' '),
  ),
);

const isProse = (text) =>
  !/^\w+(\/\w+; |, [a-z-]+=\d)/.test(text) &&
  /^(\{|["“„]?[A-Z]?[a-z])/.test(text) &&
  /\p{L}{2,}[,;:]? [\p{Ll}{]|[\d}] \p{Ll}{2,}/u.test(text);

const sentences = new Map();
const strings = new Set();

function remember(english, place) {
  if (!NOT_SAID.has(english)) sentences.set(english, sentences.get(english) ?? place);
}

/** What the bracket at `index` belongs to: `attribute`, `word` of a call, `word!` of a macro. */
function headOf(tokens, index) {
  const [before, further] = [tokens[index - 1], tokens[index - 2]];
  if (tokens[index].text === '[' && before?.text === '#') return 'attribute';
  if (before?.text === 'tests' && further?.text === 'mod') return 'tests';
  if (before?.text === '!') return `${further?.text}!`;
  return before?.kind === 'word' ? before.text : '';
}

/** Whether a string is the noun in "there is no such …". */
function isNoun(tokens, index) {
  const [last, call] = [tokens[index - 1]?.text, tokens[index - 2]?.text];
  return (last === '(' && call === 'NotFound') || tokens[index - 6]?.text === 'NOUN';
}

function scan(file, tokens) {
  const around = [];
  const isIn = (names) => around.some((head) => names.has(head));
  const isQuiet = () =>
    isIn(TO_THE_LOG) ||
    isIn(new Set(['tests'])) ||
    (isIn(new Set(['attribute'])) && around.at(-1) !== 'error');
  for (const [index, { kind, text, line }] of tokens.entries()) {
    if (kind === 'sign' && '([{'.includes(text)) around.push(headOf(tokens, index));
    if (kind === 'sign' && ')]}'.includes(text)) around.pop();
    if (kind !== 'string' || isQuiet()) continue;
    const place = `backend/${file.replace('/', '/src/')}:${line}`;
    strings.add(text);
    const isLabel = tokens[index - 1]?.text === ':' && tokens[index - 2]?.text === 'about';
    if (isNoun(tokens, index)) remember(`there is no such ${text}`, place);
    else if (isProse(text) && !isLabel && !text.startsWith('there is no such {')) {
      remember(text, place);
    }
  }
}

for (const crate of readdirSync(BACKEND)) {
  for (const name of readdirSync(`${BACKEND}/${crate}/src`, { recursive: true }).sort()) {
    const file = `${crate}/${name}`;
    if (!name.endsWith('.rs') || ELSEWHERE.some((pattern) => pattern.test(file))) continue;
    scan(file, tokensOf(readFileSync(`${BACKEND}/${crate}/src/${name}`, 'utf8')));
  }
}

const problems = [];
const german = new Map();
const source = readFileSync(GERMAN, 'utf8');
const lineOf = (english) =>
  source.slice(0, source.indexOf(JSON.stringify(english))).split('\n').length;
const placesIn = (text) => [...text.matchAll(/\{(\w*)(?::[^}]*)?\}/g)].map(([, name]) => name);
for (const [group, entries] of Object.entries(JSON.parse(source))) {
  for (const [english, words] of Object.entries(entries)) {
    const place = `${GERMAN}:${lineOf(english)}`;
    if (german.has(english)) problems.push(`${place}: there twice: ${english}`);
    german.set(english, words);
    if (group !== LIBRARIES && !sentences.has(english) && !strings.has(english))
      problems.push(`${place}: nothing says this any more: ${english}`);
    const given = placesIn(english);
    for (const [at, name] of placesIn(words).entries()) {
      const isGiven =
        name === '' ? given[at] === '' : given.includes(name) || Number(name) < given.length;
      if (!isGiven) problems.push(`${place}: the English has no {${name}}: ${english}`);
    }
  }
}
for (const [english, place] of sentences) {
  if (!german.has(english)) problems.push(`${place}: no German in ${GERMAN}: ${english}`);
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`${sentences.size} sentences of the server in English and German`);
