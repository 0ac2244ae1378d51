import { expect, test } from 'vitest';
import { untilAfter } from './until';

test('a time ends as many days later, at a whole minute', () => {
  const now = new Date('2026-11-22T10:15:42.500Z');
  expect(untilAfter('HOURS', now)).toBe('2026-11-23T10:15:00.000Z');
  expect(untilAfter('WEEK', now)).toBe('2026-11-29T10:15:00.000Z');
  expect(untilAfter('MONTH', now)).toBe('2026-12-22T10:15:00.000Z');
});
