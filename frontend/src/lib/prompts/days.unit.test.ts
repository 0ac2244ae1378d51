import { expect, test } from 'vitest';
import { dayAt, instantOf, shifted, timeAt } from './days';

const calendar = {
  workDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const,
  holidays: [{ day: '2026-10-26' }],
};

test('calendar days are counted through everything', () => {
  expect(shifted('2026-10-29', -3, 'CALENDAR', calendar)).toBe('2026-10-26');
});

test('working days leave out weekends and holidays', () => {
  // Thursday, Wednesday, Tuesday; Monday is a holiday, so Friday.
  expect(shifted('2026-10-29', -3, 'WORKING', calendar)).toBe('2026-10-23');
  expect(shifted('2026-10-23', 1, 'WORKING', calendar)).toBe('2026-10-27');
});

test('no working days from a closed day is the next open one', () => {
  expect(shifted('2026-10-25', 0, 'WORKING', calendar)).toBe('2026-10-27');
  expect(shifted('2026-10-27', 0, 'WORKING', calendar)).toBe('2026-10-27');
});

test('a local time keeps its hour when the clocks change, and one that is skipped moves forward', () => {
  expect(instantOf('2026-10-24', '17:00', 'Europe/Berlin')).toBe('2026-10-24T15:00:00.000Z');
  expect(instantOf('2026-10-26', '17:00', 'Europe/Berlin')).toBe('2026-10-26T16:00:00.000Z');
  expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  expect(instantOf('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
});

test('an instant is a day and a time of the zone that it is looked at in', () => {
  expect(dayAt('2026-10-25T23:30:00Z', 'Europe/Berlin')).toBe('2026-10-26');
  expect(timeAt('2026-10-25T23:30:00Z', 'Europe/Berlin')).toBe('00:30');
});
