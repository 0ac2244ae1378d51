import type { PassageInput } from '$lib/api';

/** As much of what stands before and after a passage goes with it, so that it is found after edits. */
const SURROUNDING = 32;

/**
 * Where a passage stands in a text: as a browser counts, which is how the server counts, too. White space
 * at its ends is not of it.
 */
export function passageIn(text: string, from: number, to: number): PassageInput | undefined {
  const quote = text.slice(from, to);
  const start = from + (quote.length - quote.trimStart().length);
  const end = to - (quote.length - quote.trimEnd().length);
  if (start >= end) return undefined;
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - SURROUNDING), start),
    suffix: text.slice(end, end + SURROUNDING),
    start,
    end,
  };
}

/** Where a post's words stand on the page. */
const wordsOf = (post: string) =>
  document.getElementById(post)?.querySelector<HTMLElement>('.prose') ?? undefined;

/** What is selected of a post's words. */
export function selectedPassage(post: string): PassageInput | undefined {
  const selection = getSelection();
  const words = wordsOf(post);
  if (!words || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) {
    return undefined;
  }
  const before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.cloneContents().textContent.length;
  const length = range.cloneContents().textContent.length;
  return passageIn(words.textContent, from, from + length);
}

/** The sentences of a text, for whoever chooses one without selecting it. */
export function sentencesIn(text: string, language: string): PassageInput[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [...segmenter.segment(text)].flatMap(({ segment, index }) => {
    return passageIn(text, index, index + segment.length) ?? [];
  });
}

/** A title has no place among the words of the post. */
export const titleAsPassage = (title: string | undefined): PassageInput[] =>
  title ? [{ quote: title, prefix: '', suffix: '' }] : [];

export const sentencesOf = (post: string, language: string) =>
  sentencesIn(wordsOf(post)?.textContent ?? '', language);
