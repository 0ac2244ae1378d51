/**
 * What a step keeps in lines, as fields: "How often? :: never | once | often" is a question with three words to
 * choose among. Pure.
 */
export interface Line {
  words: string;
  /** What stands after them; where it is several things, one on each line. */
  rest: string;
}

/** Whether several things stand after the words, or a text. */
export type Rest = 'several' | 'text';

const inOneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();

/** At least one, to be written. */
export function fieldsOf(text: string, kind: Rest): Line[] {
  const lines = text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [words = '', ...after] = line.split('::');
      const said = after.join('::').trim();
      return { words: words.trim(), rest: kind === 'several' ? parted(said) : said };
    });
  return lines.length > 0 ? lines : [{ words: '', rest: '' }];
}

const parted = (text: string) =>
  text
    .split('|')
    .map((each) => each.trim())
    .join('\n');

/** As the step keeps it. What would part it otherwise is written in another way. */
export const textOf = (lines: readonly Line[], kind: Rest): string =>
  lines
    .filter(({ words, rest }) => words.trim() || rest.trim())
    .map(({ words, rest }) => {
      const after = kind === 'several' ? joined(rest) : inOneLine(rest);
      const asked = inOneLine(words).replaceAll('::', ':');
      return after ? `${asked} :: ${after}` : asked;
    })
    .join('\n');

const joined = (text: string) =>
  text
    .split('\n')
    .map((each) => each.replaceAll('|', '/').trim())
    .filter(Boolean)
    .join(' | ');
