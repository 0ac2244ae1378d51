import { expect, test } from 'vitest';
import { CANNOT_SAY, Marking } from './marking.svelte';

test('nothing is chosen at first, and the first that lacks a level is known', () => {
  const marking = new Marking(['one', 'other'], []);
  expect(marking.missing).toBe(0);
  marking.chosen[0] = '2';
  expect(marking.missing).toBe(1);
  marking.chosen[1] = CANNOT_SAY;
  expect(marking.missing).toBeUndefined();
  expect(marking.marks).toEqual([2, null]);
});

test('what was marked before stands as it was marked', () => {
  const marking = new Marking(['one', 'other'], [0, null]);
  expect(marking.chosen).toEqual(['0', CANNOT_SAY]);
  expect(marking.marks).toEqual([0, null]);
});

test('levels that were chosen are gone on with, unless the rubric is another one', () => {
  const before = new Marking([1, 2], []);
  before.chosen = ['1', CANNOT_SAY];
  const after = new Marking([1, 2], []);
  after.take(before.words);
  expect(after.marks).toEqual([1, null]);
  const other = new Marking([1, 2, 3], []);
  other.take(before.words);
  expect(other.missing).toBe(0);
});
