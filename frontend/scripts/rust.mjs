// Rust, as far as the search for sentences needs it: its strings, and the words and brackets around them.
const ESCAPES = { n: '\n', t: '\t', r: '\r', 0: '\0' };
const SHAPES = [
  ['space', /\s+/y],
  ['space', /\/\/[^\n]*/y],
  ['raw', /[bc]?r(#*)"([\s\S]*?)"\1(?!#)/y],
  ['string', /[bc]?"((?:[^"\\]|\\[\s\S])*)"/y],
  ['char', /b?'(?:\\(?:u\{[^}]*\}|x..|.)|[^\\'])'/uy],
  ['word', /'?(?:r#)?[A-Za-z_]\w*/y],
  ['number', /\d\w*(?:\.\d\w*)?/y],
  ['sign', /::|->|=>|[^\s\w]/uy],
];

/** A comment may hold another one. */
function afterComment(text, start) {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const two = text.slice(at, at + 2);
    if (two === '/*') depth += 1;
    else if (two === '*/') depth -= 1;
    else continue;
    at += 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

const unescaped = (inside) =>
  inside
    .replace(/\\\r?\n\s*/g, '')
    .replace(/\\(?:u\{([\da-f_]+)\}|x([\da-f]{2})|([\s\S]))/gi, (_, wide, narrow, one) =>
      one === undefined
        ? String.fromCodePoint(parseInt((wide ?? narrow).replaceAll('_', ''), 16))
        : (ESCAPES[one] ?? one),
    );

/** `{ kind, text, line }` of everything but space and comments; the text of a string is what it says. */
export function tokensOf(text) {
  const tokens = [];
  let line = 1;
  for (let at = 0; at < text.length;) {
    let kind, end;
    let said;
    if (text.startsWith('/*', at)) {
      kind = 'space';
      end = afterComment(text, at);
    } else {
      let match;
      [kind] = SHAPES.find(([, shape]) => {
        shape.lastIndex = at;
        match = shape.exec(text);
        return match;
      });
      end = at + match[0].length;
      said = kind === 'raw' ? match[2] : kind === 'string' ? unescaped(match[1]) : match[0];
    }
    if (kind === 'raw') kind = 'string';
    if (kind !== 'space') tokens.push({ kind, text: said, line });
    line += text.slice(at, end).split('\n').length - 1;
    at = end;
  }
  return tokens;
}
