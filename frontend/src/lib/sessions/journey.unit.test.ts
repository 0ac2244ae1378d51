import { expect, test } from 'vitest';
import type { SessionState } from '$lib/api';
import { placeOn, sidesOf, windowOf } from './journey';

const session = (day: string, state: SessionState = 'PUBLISHED') => ({
  state,
  startsAt: `2026-10-${day}T12:00:00Z`,
  endsAt: `2026-10-${day}T14:00:00Z`,
});
const way = [session('02', 'CLOSED'), session('16', 'CLOSED'), session('30')];

test('between two sessions one stands on the arc between them', () => {
  const place = placeOn(way, new Date('2026-10-23T13:00:00Z'));
  expect([place.last, place.next]).toEqual([1, 2]);
  expect(place.share).toBeCloseTo(0.5, 1);
});

test('before the first session nothing lies behind, after the last nothing ahead', () => {
  expect(placeOn([session('30')], new Date('2026-10-01T00:00:00Z'))).toMatchObject({
    last: -1,
    next: 0,
  });
  expect(placeOn(way, new Date('2026-11-05T00:00:00Z'))).toMatchObject({ last: 2, next: 3 });
});

test('a session that goes on is not behind, however late it is; a cancelled one is not on the way', () => {
  const late = [way[0]!, session('16', 'RUNNING'), session('20', 'CANCELLED'), session('30')];
  const place = placeOn(late, new Date('2026-10-16T15:00:00Z'));
  expect(place.way).toHaveLength(3);
  expect([place.last, place.next, place.isNow]).toEqual([0, 1, true]);
});

test('a session whose time has come goes on, also before somebody says so', () => {
  expect(placeOn(way, new Date('2026-10-30T12:30:00Z'))).toMatchObject({ next: 2, isNow: true });
  expect(placeOn(way, new Date('2026-10-30T11:30:00Z'))).toMatchObject({ next: 2, isNow: false });
});

test('what is due after a session began looks back on it', () => {
  const items = [
    { id: 'one', at: '2026-10-15T00:00:00Z' },
    { id: 'other', at: '2026-10-20T00:00:00Z' },
  ];
  const { before, after } = sidesOf(items, way[1]!);
  expect([before[0]?.id, after[0]?.id]).toEqual(['one', 'other']);
});

test('of a long way the stretch around the present is shown', () => {
  expect(windowOf(6, 3, 7)).toEqual([0, 6]);
  expect(windowOf(20, 10, 7)).toEqual([7, 14]);
  expect(windowOf(20, 19, 7)).toEqual([13, 20]);
  expect(windowOf(20, 0, 7)).toEqual([0, 7]);
});
