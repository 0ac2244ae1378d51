import { expect, test } from 'vitest';
import { csvOf } from './csv';

test('what would be a formula in a spreadsheet stays words there', () => {
  const csv = csvOf(
    ['word', 'count'],
    [
      ['=SUM(A1)', 5],
      ['-2 steps', null],
      ['  @now', 1],
    ],
  );
  expect(csv).toBe(`word,count\r\n"'=SUM(A1)",5\r\n"'-2 steps",\r\n"'  @now",1\r\n`);
});

test('a number may be below nothing, and words may have marks of their own', () => {
  const csv = csvOf(['a, b'], [[-0.5], ['she said "no"'], ['two\nlines']]);
  expect(csv).toBe('"a, b"\r\n-0.5\r\n"she said ""no"""\r\n"two\nlines"\r\n');
});
