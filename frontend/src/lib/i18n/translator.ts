/** What the server says, by its English; patterns have places such as `{limit}` or `{}`. */
export type Sentences = Record<string, Record<string, string>>;

interface Pattern {
  shape: RegExp;
  places: string[];
  words: string;
  /** How much of it is written out: of two that fit, the one that says more is meant. */
  literal: number;
}

const PLACE = /\{(\w*)(?::[^}]*)?\}/g;
const DATE = String.raw`\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d UTC`;
/** What stands in a place, where not anything may: a pattern of few words would fit too much. */
const SHAPES: Record<string, string> = {
  until: DATE,
  again: DATE,
  browser: String.raw`\p{L}+`,
  system: String.raw`\p{L}+`,
};
const COUNT = String.raw`\d+`;
/** Constants of the server, and what it counts. */
const COUNTS = /^([A-Z_]+|chars_max|limit|seconds|number|position|row|before|one|other|code)$/;
/** Places that take what the server said itself. */
const SAID = new Set(['message', 'reason', 'what', 'name', '0']);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const shapeOf = (place: string) => SHAPES[place] ?? (COUNTS.test(place) ? COUNT : '.+?');

function patternOf(english: string, words: string): Pattern {
  const places = [...english.matchAll(PLACE)].map(([, place]) => place!);
  const parts = english.split(PLACE).filter((_, at) => at % 2 === 0);
  const shape = parts.map(escaped).reduce((before, after, at) => {
    return `${before}(${shapeOf(places[at - 1]!)})${after}`;
  });
  return { shape: new RegExp(`^${shape}$`, 'su'), places, words, literal: parts.join('').length };
}

function dateIn(language: string, english: string): string {
  const at = new Date(english);
  if (Number.isNaN(at.getTime())) return english;
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${at.toLocaleString(language, style)} UTC`;
}

/** Says in a language what the server said in English; what it does not know stays English. */
export function translator(language: string, sentences: Sentences): (english: string) => string {
  const entries = Object.values(sentences).flatMap((group) => Object.entries(group));
  const known = new Map(entries);
  const patterns = entries
    .filter(([english]) => english.search(PLACE) >= 0)
    .map(([english, words]) => patternOf(english, words))
    .sort((one, other) => other.literal - one.literal);
  /** " waits for ": words between the things of a list. */
  const joints = entries.filter(([english]) => /^ .* $/.test(english));

  function inserted(place: string, value: string): string {
    if (SAID.has(place)) return find(value) ?? value;
    if (SHAPES[place] === DATE) return dateIn(language, value);
    return joints.reduce((text, [english, words]) => text.replaceAll(english, words), value);
  }

  function fill({ places, words }: Pattern, values: string[]): string {
    let next = 0;
    return words.replace(PLACE, (_, place: string) => {
      const at = place === '' ? next++ : places.indexOf(place);
      const index = at >= 0 ? at : Number(place);
      return inserted(places[index] ?? '', values[index] ?? '');
    });
  }

  /** A sentence and its hint, or a failure and its cause, which may say the same. */
  function halves(english: string, between: string): string | undefined {
    for (let at = english.indexOf(between); at >= 0; at = english.indexOf(between, at + 1)) {
      const first = find(english.slice(0, at));
      const second = first === undefined ? undefined : find(english.slice(at + between.length));
      if (second !== undefined) return first === second ? first : `${first}${between}${second}`;
    }
    return undefined;
  }

  function find(english: string): string | undefined {
    const whole = known.get(english);
    if (whole !== undefined) return whole;
    for (const pattern of patterns) {
      const values = pattern.shape.exec(english)?.slice(1);
      if (values) return fill(pattern, values);
    }
    return halves(english, '; ') ?? halves(english, ': ');
  }

  return (english) => find(english) ?? english;
}
