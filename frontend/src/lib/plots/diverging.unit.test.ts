import { expect, test } from 'vitest';
import { bandWords, diverging } from './diverging';

const band = (choice: number, upTo: number, count: number) => ({ choice, upTo, count });

test('what is below the middle stands before it, and the middle itself on both sides', () => {
  const laid = diverging([band(0, 1, 5), band(2, 2, 10), band(3, 4, 5)], 5);
  expect(laid.map(({ from, to }) => [from, to])).toEqual([
    [-0.5, -0.25],
    [-0.25, 0.25],
    [0.25, 0.5],
  ]);
});

test('a run over the middle is divided as its steps are', () => {
  const [only] = diverging([band(0, 4, 8)], 5);
  expect([only!.from, only!.to]).toEqual([-0.5, 0.5]);
  const [lower, upper] = diverging([band(0, 3, 6), band(4, 4, 6)], 5);
  expect(lower!.from).toBeCloseTo(-0.3125);
  expect(upper!.to).toBeCloseTo(0.6875);
});

test('nobody is nothing to draw', () => {
  expect(diverging([], 5)).toEqual([]);
  expect(bandWords(band(1, 2, 5), ['a', 'b', 'c'])).toBe('b, c');
});
