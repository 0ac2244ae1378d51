// schema.graphql + src/**/*.graphql -> src/lib/api/generated/{documents,keyless,operations/*}.ts and
// persisted.json (sha256 -> text). Each operation is a module of its own, so that a page brings only its own.
// Every selection asks for __typename here, so that the text in persisted.json is what the app sends.
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import {
  Kind,
  buildSchema,
  concatAST,
  isObjectType,
  parse,
  print,
  printSchema,
  validate,
  visit,
} from 'graphql';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

const OUT = 'src/lib/api/generated';
const SUFFIX = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };
const ROOTS = new Set(Object.values(SUFFIX));

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const documents = readdirSync('src', { recursive: true })
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => `src/${file}`)
  .sort()
  .map((location) => ({ location, document: parse(readFileSync(location, 'utf8')) }));

const all = concatAST(documents.map(({ document }) => document));
const problems = validate(schema, all);
if (problems.length > 0) {
  problems.forEach((problem) => console.error(String(problem)));
  process.exit(1);
}

const types = await codegen({
  schema: parse(printSchema(schema)),
  schemaAst: schema,
  documents,
  filename: 'documents.ts',
  plugins: [{ operations: {} }],
  pluginMap: { operations },
  config: {
    scalars: {
      DateTime: 'string',
      Date: 'string',
      HTML: 'string',
      ID: 'string',
      WallTime: 'string',
    },
    enumsAsTypes: true,
    skipTypename: true,
    useTypeImports: true,
    inlineFragmentTypes: 'combine',
  },
});

const fragments = new Map(
  all.definitions
    .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
    .map((definition) => [definition.name.value, definition]),
);

function fragmentsOf(node, seen = new Set()) {
  visit(node, {
    FragmentSpread({ name }) {
      if (seen.has(name.value)) return;
      seen.add(name.value);
      fragmentsOf(fragments.get(name.value), seen);
    },
  });
  return seen;
}

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
const withTypenames = (definition) =>
  visit(definition, {
    SelectionSet(node, _key, parent) {
      if (parent.kind === Kind.OPERATION_DEFINITION) return undefined;
      return { ...node, selections: [...node.selections, typename] };
    },
  });

const shortened = (text) => text.replace(/\s+/g, ' ').replace(/ ?([{}(),:!|=[\]]) ?/g, '$1');

const WRITTEN = '/* Written by scripts/gql.mjs: do not edit. */';
mkdirSync(`${OUT}/operations`, { recursive: true });

let source = `${WRITTEN}\n${types}\n`;
const persisted = {};
for (const definition of all.definitions) {
  if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
  const name = definition.name.value;
  const type = name + SUFFIX[definition.operation];
  const parts = [definition, ...[...fragmentsOf(definition)].map((each) => fragments.get(each))];
  const text = shortened(parts.map((part) => print(withTypenames(part))).join(' '));
  persisted[createHash('sha256').update(text).digest('hex')] = text;
  source += `export { ${name}Doc } from './operations/${name}';\n`;
  writeFileSync(
    `${OUT}/operations/${name}.ts`,
    `${WRITTEN}
import { doc } from '../../doc';
import type { ${type}, ${type}Variables } from '../documents';
export const ${name}Doc = /*#__PURE__*/ doc<${type}, ${type}Variables>(${JSON.stringify(text)});
`,
  );
}

for (const file of readdirSync(`${OUT}/operations`)) {
  if (!source.includes(`'./operations/${file.slice(0, -3)}'`)) rmSync(`${OUT}/operations/${file}`);
}

const keyless = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !ROOTS.has(type.name))
  .filter((type) => !('id' in type.getFields()))
  .map(({ name }) => name)
  .sort();

writeFileSync(`${OUT}/documents.ts`, source);
writeFileSync(
  `${OUT}/keyless.ts`,
  `${WRITTEN}\n/** Types without an id. */\nexport const keyless = ${JSON.stringify(keyless)};\n`,
);
writeFileSync('persisted.json', `${JSON.stringify(persisted, null, 1)}\n`);
console.log(`${documents.length} document files, ${Object.keys(persisted).length} operations`);
