/** The operators in what somebody typed, in its order: read as the server reads them. Pure. */

/** `from:amara`, where it stands. */
export interface Operator {
  key: string;
  value: string;
  isExcluded: boolean;
  from: number;
  to: number;
}

const QUOTES = /[“”„‟«»＂]/g;
/** Minuses, perhaps a key, and a phrase or what stands without a space. */
const PIECE =
  /(-*)(?:(from|in|session|kind|tag|is|has|before|after):)?(?:"([^"]*)"|([^\s"]+))?/giuy;

export const KINDS = [
  'question',
  'discussion',
  'prompt',
  'resource',
  'story',
  'reply',
  'session',
  'person',
];
const MARKS = ['accepted', 'verified', 'corrected', 'obsolete', 'unanswered', 'mine'];
const DAY = /^\d{4}(?:[-/.]\d{1,2}){0,2}$/;

/** Whether the value is one that the key knows. Names only the server knows. */
function isKnown(key: string, value: string): boolean {
  const word = value.toLowerCase();
  if (key === 'is') return MARKS.includes(word);
  if (key === 'has') return word === 'file';
  if (key === 'kind') return KINDS.some((kind) => word === kind || word === `${kind}s`);
  if (key === 'before' || key === 'after') return DAY.test(value);
  return true;
}

export function operatorsOf(query: string): Operator[] {
  const text = query.replace(QUOTES, '"');
  // Without its end there is no phrase: every word is a word.
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1) return [];
  const found: Operator[] = [];
  for (let at = 0; at < text.length;) {
    const from = at + text.slice(at).search(/\S|$/);
    PIECE.lastIndex = from;
    const piece = PIECE.exec(text);
    if (!piece?.[0]) break;
    at = PIECE.lastIndex;
    const [, minuses = '', key, quoted, plain] = piece;
    const value = (quoted ?? plain ?? '').trim();
    if (!key || !value || !isKnown(key.toLowerCase(), value)) continue;
    found.push({ key: key.toLowerCase(), value, isExcluded: minuses !== '', from, to: at });
  }
  return found;
}

/** The search without one of its operators. */
export const without = (query: string, { from, to }: Pick<Operator, 'from' | 'to'>): string =>
  `${query.slice(0, from).trimEnd()} ${query.slice(to).trimStart()}`.trim();

/** The search with one operator more. What is in it already is not said twice. */
export function withOperator(query: string, operator: string): string {
  const asked = query.trim();
  if (` ${asked} `.includes(` ${operator} `)) return asked;
  return `${asked} ${operator}`.trim();
}
