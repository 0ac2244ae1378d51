// locales/en/*.ftl -> src/lib/i18n/ids.d.ts (ids and their arguments). Every other language must have
// the same files, ids and arguments: what is missing or too much fails here, with its name.
import { FluentParser, Visitor } from '@fluent/syntax';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const problems = [];

class Variables extends Visitor {
  names = new Set();
  visitVariableReference(node) {
    this.names.add(node.id.name);
  }
}

function messagesOf(language) {
  const messages = new Map();
  const files = readdirSync(`locales/${language}`).filter((file) => file.endsWith('.ftl'));
  for (const file of files.sort()) {
    const place = `locales/${language}/${file}`;
    for (const entry of new FluentParser().parse(readFileSync(place, 'utf8')).body) {
      if (entry.type === 'Junk')
        problems.push(`${place}: ${entry.annotations[0]?.message}\n${entry.content}`);
      if (entry.type !== 'Message') continue;
      if (messages.has(entry.id.name)) problems.push(`${place}: ${entry.id.name} is there twice`);
      const variables = new Variables();
      variables.visit(entry);
      messages.set(entry.id.name, { file, variables: [...variables.names].sort() });
    }
  }
  return messages;
}

const english = messagesOf('en');
for (const language of readdirSync('locales').filter((name) => name !== 'en')) {
  const other = messagesOf(language);
  for (const [id, { file }] of english) {
    if (other.get(id)?.file !== file)
      problems.push(`locales/${language}/${file}: ${id} is missing`);
  }
  for (const [id, { file, variables }] of other) {
    const known = english.get(id)?.variables;
    if (!known) problems.push(`locales/${language}/${file}: ${id} is not in locales/en`);
    const unknown = variables.filter((name) => known && !known.includes(name));
    if (unknown.length > 0)
      problems.push(`locales/${language}/${file}: ${id} has no $${unknown[0]} in English`);
  }
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

// Letters are the server's.
const said = [...english].filter(([, { file }]) => file !== 'mail.ftl');
const typed = ([id, { variables }]) =>
  `  '${id}': ${variables.length > 0 ? `{ ${variables.map((name) => `${name}: string | number | Date`).join('; ')} }` : 'undefined'};`;
writeFileSync(
  'src/lib/i18n/ids.d.ts',
  `/* Written by scripts/ftl.mjs. */\nexport interface Messages {\n${said.map(typed).join('\n')}\n}\n`,
);
console.log(`${english.size} messages in ${readdirSync('locales').length} languages`);
