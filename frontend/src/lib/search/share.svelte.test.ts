import { expect, test } from 'vitest';
import { groups } from './share';

const share = (of: 'KIND' | 'YEAR', name: string, count: number) => ({
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
