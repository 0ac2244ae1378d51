import { expect, test } from 'vitest';
import { passageIn, sentencesIn } from './passage';

const TEXT = 'We had the same. In the end they had not understood it.\nAfter that it was quiet.';

test('a passage is what was selected, without the white space at its ends', () => {
  const passage = passageIn(TEXT, 16, 56);
  expect(passage).toEqual({
    quote: 'In the end they had not understood it.',
    prefix: 'We had the same. ',
    suffix: '\nAfter that it was quiet.',
    start: 17,
    end: 55,
  });
  expect(TEXT.slice(17, 55)).toBe(passage?.quote);
});

test('white space alone is no passage', () => {
  expect(passageIn(TEXT, 55, 56)).toBeUndefined();
  expect(passageIn(TEXT, 4, 4)).toBeUndefined();
});

test('positions count as a browser counts, with two for a pictograph', () => {
  const passage = passageIn('🌱 It grows by itself.', 3, 22);
  expect([passage?.quote, passage?.start]).toEqual(['It grows by itself.', 3]);
});

test('a text falls into its sentences, each where it stands', () => {
  const sentences = sentencesIn(TEXT, 'en');
  expect(sentences.map(({ quote }) => quote)).toEqual([
    'We had the same.',
    'In the end they had not understood it.',
    'After that it was quiet.',
  ]);
  for (const { quote, start, end } of sentences) expect(TEXT.slice(start!, end!)).toBe(quote);
});
