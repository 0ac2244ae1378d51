import { expect, test } from 'vitest';
import { fitOf } from './words';

test('a round that cannot be bettered fits wholly, and a lesser one is not said to', () => {
  expect(fitOf({ weight: 51, bound: 51 })).toBe(100);
  expect(fitOf({ weight: 36, bound: 51 })).toBe(70);
  expect(fitOf({ weight: 509, bound: 510 })).toBe(99);
});

test('where nothing was reckoned, or nobody fits anybody, nothing is said', () => {
  expect(fitOf({ weight: null, bound: null })).toBeUndefined();
  expect(fitOf({ weight: 0, bound: 0 })).toBeUndefined();
});
