/** What stands in the textarea, and what is selected of it. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** Replace `from` to `to` with `insert`, then select `select`: as typing would, so that undo works. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  select: [number, number];
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Puts `mark` around the selection, or takes it away again. */
export function wrapped({ text, start, end }: Selected, mark: string): Edit {
  const size = mark.length;
  const inner = text.slice(start, end);
  const isAround = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark;
  if (isAround && start >= size) {
    const from = start - size;
    return { from, to: end + size, insert: inner, select: [from, from + inner.length] };
  }
  return { from: start, to: end, insert: mark + inner + mark, select: [start + size, end + size] };
}

/** Begins every line of the selection with `prefix`, or takes it away when all have it. */
export function prefixed({ text, start, end }: Selected, prefix: string): Edit {
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const lines = text.slice(from, to).split('\n');
  const have = lines.every((line) => line.startsWith(prefix));
  const insert = lines.map((line) => (have ? line.slice(prefix.length) : prefix + line)).join('\n');
  if (start === end) {
    const caret = Math.max(from, start + (have ? -prefix.length : prefix.length));
    return { from, to, insert, select: [caret, caret] };
  }
  return { from, to, insert, select: [from, from + insert.length] };
}

/** A link around the selection. Its address is selected, so that it can be typed or pasted. */
export function linked({ text, start, end }: Selected, address = 'https://'): Edit {
  const words = text.slice(start, end);
  const insert = `[${words}](${address})`;
  const addressAt = start + words.length + 3;
  const select: [number, number] = words
    ? [addressAt, addressAt + address.length]
    : [start + 1, start + 1];
  return { from: start, to: end, insert, select };
}

/** Code in the line, or as a block when the selection has several lines. */
export function coded(selected: Selected): Edit {
  const { text, start, end } = selected;
  const inner = text.slice(start, end);
  if (!inner.includes('\n')) return wrapped(selected, '`');
  const before = start > lineStart(text, start) ? '\n' : '';
  const insert = `${before}\`\`\`\n${inner}\n\`\`\`\n`;
  const from = start + before.length + 4;
  return { from: start, to: end, insert, select: [from, from + inner.length] };
}

/** Enter in a list begins the next item; in an empty item it ends the list. Undefined elsewhere. */
export function continued({ text, start, end }: Selected): Edit | undefined {
  if (start !== end) return undefined;
  const from = lineStart(text, start);
  const found = /^(\s*)([-*]|(\d{1,4})\.|>)( \[[ x]\])? (.*)$/.exec(text.slice(from, start));
  if (!found) return undefined;
  const [, indent = '', bullet = '', count, task = '', words] = found;
  if (!words?.trim()) return { from, to: start, insert: '', select: [from, from] };
  const next = count ? `${Number(count) + 1}.` : bullet;
  const insert = `\n${indent}${next}${task && ' [ ]'} `;
  return { from: start, to: start, insert, select: [start + insert.length, start + insert.length] };
}

/** As it is quoted in an answer: who said it, and the way back to it. */
export function quoted(words: string, { author, path }: { author: string; path: string }): string {
  const lines = words.trim().split('\n');
  const source = author ? `[${author}](${path})` : `<${path}>`;
  return `${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}\n>\n> — ${source}\n\n`;
}

/** The picture that shows a file at `url`. */
export const picture = (url: string, alt: string) => `![${escapedAlt(alt)}](${url})`;

const escapedAlt = (alt: string) => alt.replace(/[[\]\n]/g, ' ').trim();

const pictureOf = (url: string) =>
  new RegExp(`!\\[([^\\]]*)\\]\\(${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\)`);

/** What stands for the picture where it cannot be seen; undefined when the text does not show it. */
export const altOf = (text: string, url: string) => pictureOf(url).exec(text)?.[1];

export const withAlt = (text: string, url: string, alt: string) =>
  text.replace(pictureOf(url), () => picture(url, alt));

export const withoutPicture = (text: string, url: string) =>
  text.replace(new RegExp(`\\n?${pictureOf(url).source}\\n?`), '\n').trimStart();
