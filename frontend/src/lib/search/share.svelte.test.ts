import { expect, test } from 'vitest';
import { groups, shareName } from './share';

const share = (of: 'KIND' | 'YEAR' | 'MONTH', name: string, count: number) => ({
  of,
  operator: `${of}:${name}`,
  name,
  count,
});

test('shares stand in groups, and one that holds everything is left out', () => {
  const reply = share('KIND', 'reply', 3);
  const question = share('KIND', 'question', 1);

  expect(groups([reply, question, share('YEAR', '2026', 4)], 4)).toEqual([
    ['KIND', [reply, question]],
  ]);
});

test('a month is told in words, the same in every zone', () => {
  expect(shareName(share('MONTH', '2026-03', 2))).toBe('March 2026');
});
