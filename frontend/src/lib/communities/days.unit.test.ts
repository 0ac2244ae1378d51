import { expect, test } from 'vitest';
import { asLongAs, dayAfter } from './days';

test('the next run lasts as long as the one before', () => {
  const run = { startsOn: '2026-09-18', endsOn: '2026-11-27' };
  expect(asLongAs(run, '2027-01-15')).toBe('2027-03-26');
});

test('a run without days gives no measure', () => {
  expect(asLongAs({ startsOn: '2026-09-18', endsOn: null }, '2027-01-15')).toBeUndefined();
  expect(asLongAs({ startsOn: '2026-09-18', endsOn: '2026-11-27' }, '')).toBeUndefined();
});

test('the day after the last of a year is in the next', () => {
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
});
