import { expect, test } from 'vitest';
import { sizeInWords } from './bytes';

test('a size is as long as it must be, in the person’s language', () => {
  expect(sizeInWords(57, 'en-GB')).toBe('0.1 kB');
  expect(sizeInWords(340_400, 'en-GB')).toBe('340 kB');
  expect(sizeInWords(2_140_000, 'en-GB')).toBe('2.1 MB');
  expect(sizeInWords(2_140_000, 'de')).toBe('2,1 MB');
});
