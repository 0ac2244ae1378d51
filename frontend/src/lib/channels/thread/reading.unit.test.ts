import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DWELL_MS, Dwell, isInView, readThrough } from './reading';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reading = (isWatched = true) => {
  const read: number[] = [];
  return { read, dwell: new Dwell(isWatched, (number) => read.push(number)) };
};

test('a post is in view when 60 % of it is', () => {
  expect(isInView({ top: 500, bottom: 700 }, 620)).toBe(true);
  expect(isInView({ top: 500, bottom: 700 }, 600)).toBe(false);
  expect(isInView({ top: -80, bottom: 120 }, 600)).toBe(true);
  expect(isInView({ top: 700, bottom: 900 }, 600)).toBe(false);
});

test('a post taller than the view is read at its end', () => {
  expect(isInView({ top: 0, bottom: 3_000 }, 600)).toBe(false);
  expect(isInView({ top: -2_500, bottom: 500 }, 600)).toBe(true);
});

test('what stays in view for a second and a half is read', () => {
  const { read, dwell } = reading();
  dwell.enter(3);
  vi.advanceTimersByTime(DWELL_MS - 1);
  expect(read).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(read).toEqual([3]);
});

test('what is scrolled past is not read', () => {
  const { read, dwell } = reading();
  dwell.enter(3);
  vi.advanceTimersByTime(1_000);
  dwell.leave(3);
  vi.advanceTimersByTime(5_000);
  expect(read).toEqual([]);
});

test('nothing is read in a tab that nobody looks at', () => {
  const { read, dwell } = reading(false);
  dwell.enter(3);
  vi.advanceTimersByTime(60_000);
  expect(read).toEqual([]);
  dwell.watched(true);
  vi.advanceTimersByTime(DWELL_MS);
  expect(read).toEqual([3]);
});

test('looking away begins the time anew', () => {
  const { read, dwell } = reading();
  dwell.enter(3);
  vi.advanceTimersByTime(1_000);
  dwell.watched(false);
  vi.advanceTimersByTime(1_000);
  dwell.watched(true);
  vi.advanceTimersByTime(1_000);
  expect(read).toEqual([]);
});

const posts = (...numbers: number[]) =>
  numbers.map((number) => ({ number, needsNoReading: false }));

test('reading moves on as long as every post before was on screen', () => {
  const loaded = { posts: posts(1, 2, 3, 4), isWhole: true };
  expect(readThrough(1, new Set([2, 3]), loaded)).toBe(3);
});

test('a later reply that was seen does not mark an earlier post read', () => {
  // Reading order is 1, 2, 4 (in reply to 2), 3: whoever saw 4 has not seen 3.
  const loaded = { posts: posts(1, 2, 4, 3), isWhole: true };
  expect(readThrough(1, new Set([2, 4]), loaded)).toBe(2);
  expect(readThrough(2, new Set([2, 4, 3]), loaded)).toBe(4);
});

test('own posts and deleted ones need no reading', () => {
  const loaded = { posts: [...posts(1, 2), { number: 3, needsNoReading: true }], isWhole: true };
  expect(readThrough(1, new Set([2]), loaded)).toBe(3);
});

test('a post that is not loaded stops it, unless there is none', () => {
  expect(readThrough(1, new Set([3]), { posts: posts(1, 3), isWhole: false })).toBe(1);
  expect(readThrough(1, new Set([3]), { posts: posts(1, 3), isWhole: true })).toBe(3);
});
