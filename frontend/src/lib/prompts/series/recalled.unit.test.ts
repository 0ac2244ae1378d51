import { expect, test } from 'vitest';
import { partsOf, saidOf } from './recalled';

test('who answered and said nothing of it is a part of its own, and never less than nobody', () => {
  expect(partsOf({ answered: 9, knew: 4, partly: 2, notYet: 1 })).toEqual([4, 2, 1, 2]);
  // An answer was taken back, and what was said of it stays.
  expect(partsOf({ answered: 0, knew: 1, partly: 0, notYet: 0 })).toEqual([1, 0, 0, 0]);
});

test('what was said of all questions is counted together, apart from those that are to come', () => {
  const counts = [{ answered: 5, knew: 3, partly: 1, notYet: 0 }, null];
  expect(saidOf(counts)).toEqual({ knew: 3, count: 4 });
});
