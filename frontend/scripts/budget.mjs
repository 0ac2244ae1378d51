// What a visit downloads, against what we allow: `npm run build && npm run budget`.
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const BUDGET = {
  firstRoute: 98 * KB,
  furtherRoute: 48 * KB,
  css: 20 * KB,
  fonts: 95 * KB,
  /** The texts of one language: content, fetched beside the code. */
  texts: 50 * KB,
  /** Texts that come with the screens that have them. */
  part: 6 * KB,
  /** How the server's sentences read in one language: fetched after the texts, and waited for by nobody. */
  said: 26 * KB,
};
/** Where a visit begins: signed out, and signed in. */
const FIRST = ['/(plain)/signin', '/(app)/today'];

const CLIENT = '.svelte-kit/output/client';
const manifest = JSON.parse(readFileSync(`${CLIENT}/.vite/manifest.json`, 'utf8'));
const gzipped = (file) => gzipSync(readFileSync(`${CLIENT}/${file}`)).length;
const entry = (suffix) => Object.keys(manifest).find((key) => key.endsWith(suffix));

function withImports(key, seen = new Set()) {
  if (!key || seen.has(key)) return seen;
  seen.add(key);
  manifest[key].imports?.forEach((next) => withImports(next, seen));
  return seen;
}

// `"/(app)/today": [3, [2]]` in the router's dictionary: the page's node and those of its layouts.
const router = readFileSync('.svelte-kit/generated/client-optimized/app.js', 'utf8');
const dictionary = JSON.parse(
  /export const dictionary = (\{[\s\S]*?\});/
    .exec(router)[1]
    .replace(/~/g, '')
    .replace(/\[,/g, '[null,')
    .replace(/,(?=,)/g, ',null'),
);
const nodesOf = ([page, layouts = []]) => [0, ...layouts, page].filter((node) => node !== null);

function weigh(route) {
  const entries = [
    entry('runtime/client/entry.js'),
    entry('client-optimized/app.js'),
    ...nodesOf(dictionary[route]).map((node) => entry(`client-optimized/nodes/${node}.js`)),
  ];
  const chunks = [...entries.reduce((seen, key) => withImports(key, seen), new Set())];
  const files = new Set(chunks.map((key) => manifest[key].file));
  const css = new Set(chunks.flatMap((key) => manifest[key].css ?? []));
  return { files, css };
}

const sum = (files) => [...files].reduce((total, file) => total + gzipped(file), 0);
const rows = [];
const first = new Map();
for (const route of FIRST.filter((each) => each in dictionary)) {
  const { files, css } = weigh(route);
  first.set(route, files);
  rows.push([`first route ${route}, JS`, sum(files), BUDGET.firstRoute]);
  rows.push([`first route ${route}, CSS`, sum(css), BUDGET.css]);
}
const known = first.get(FIRST[1]) ?? first.get(FIRST[0]);
for (const route of Object.keys(dictionary).filter((each) => !first.has(each))) {
  const { files, css } = weigh(route);
  const more = [...files].filter((file) => !known.has(file));
  rows.push([`${route}, further JS`, sum(more), BUDGET.furtherRoute]);
  rows.push([`${route}, CSS`, sum(css), BUDGET.css]);
}
const preloaded = readFileSync('build/index.html', 'utf8').match(/[^"/]+\.woff2/g) ?? [];
const assets = readdirSync(CLIENT, { recursive: true });
const fonts = preloaded.map((name) => assets.find((file) => file.endsWith(name)));
const fontBytes = fonts.reduce(
  (total, file) => total + readFileSync(`${CLIENT}/${file}`).length,
  0,
);
rows.push([`${fonts.length} preloaded fonts`, fontBytes, BUDGET.fonts]);

for (const language of readdirSync('locales')) {
  const key = entry(`src/lib/i18n/${language}.ts`);
  rows.push([`texts, ${language}`, gzipped(manifest[key].file), BUDGET.texts]);
  const parts = Object.keys(manifest).filter((key) => key.startsWith(`locales/${language}/`));
  for (const part of parts) rows.push([part, gzipped(manifest[part].file), BUDGET.part]);
  const said = entry(`src/lib/i18n/said.${language}.ts`);
  if (said)
    rows.push([`what the server says, ${language}`, gzipped(manifest[said].file), BUDGET.said]);
}

let over = fonts.length === 0 ? 1 : 0;
for (const [name, bytes, allowed] of rows) {
  const isOver = bytes > allowed;
  if (isOver) over += 1;
  const size = `${(bytes / KB).toFixed(1)} of ${allowed / KB} kB`;
  console.log(`${isOver ? 'OVER ' : 'ok   '} ${size.padStart(18)}  ${name}`);
}
process.exit(over > 0 ? 1 : 0);
