import { expect, test } from 'vitest';
import { momentsOf, nextDay, outOfOrder } from './spacing';

const berlin = 'Europe/Berlin';

test('questions come on their days at nine by the clocks of the community, also when clocks change', () => {
  const endsAt = '2026-03-26T11:00:00Z';
  expect(momentsOf([1, 3, 7], { endsAt, zone: berlin }, new Date(endsAt))).toEqual([
    '2026-03-27T08:00:00.000Z',
    '2026-03-29T07:00:00.000Z',
    '2026-04-02T07:00:00.000Z',
  ]);
});

test('what has passed comes on the next days, one a day', () => {
  const endsAt = '2026-03-20T11:00:00Z';
  const now = new Date('2026-03-26T11:00:00Z');
  expect(momentsOf([1, 3, 7, 30], { endsAt, zone: berlin }, now)).toEqual([
    '2026-03-27T08:00:00.000Z',
    '2026-03-28T08:00:00.000Z',
    '2026-03-29T07:00:00.000Z',
    '2026-04-19T07:00:00.000Z',
  ]);
});

test('one more question comes on the next usual day, and then a month on', () => {
  expect(nextDay([])).toBe(1);
  expect(nextDay([1, 5])).toBe(7);
  expect(nextDay([1, 30])).toBe(60);
  expect(nextDay([360])).toBe(366);
});

test('a question that does not come later than the one before is found', () => {
  expect(outOfOrder([1, 3, 7])).toBeUndefined();
  expect(outOfOrder([1, 7, 7])).toBe(2);
  expect(outOfOrder([1, null, 7])).toBe(1);
});
