import { expect, test } from 'vitest';
import { daysOf, hoursOf, isMovable, linesOf, withGaps } from './days';

const step = { key: 'ask', title: 'Ask' };
const item = (id: string, dueAt: string, more: object = {}) => ({
  node: { id, dueAt, state: 'PENDING', why: null, person: null, step, ...more },
});
const journey = (edges: object[], more: object = {}) => ({
  id: 'journey_1',
  withdrawnAt: null,
  viewerCanEdit: true,
  steps: [step],
  items: { edges },
  ...more,
});
const community = (journeys: object[]) =>
  ({
    zone: 'Europe/Stockholm',
    sessions: { edges: [{ node: { id: 'session_4', startsAt: '2026-11-26T13:00:00Z' } }] },
    journeys,
  }) as unknown as Parameters<typeof daysOf>[0];

test('days are those of the community, and stand in order', () => {
  const late = item('late', '2026-11-24T23:30:00Z');
  const early = item('early', '2026-11-23T08:00:00Z');
  const days = daysOf(community([journey([late, early])]));
  expect(days.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-25', '2026-11-26']);
  expect(days[2]?.sessions).toHaveLength(1);
});

test('on the day of a session, what comes before it stands before it', () => {
  const items = ['2026-11-26T15:30:00Z', '2026-11-26T12:00:00Z'].map((at) => item(at, at));
  const [day] = daysOf(community([journey(items)]));
  expect(hoursOf(day!).map(({ session, line }) => session?.id ?? line?.item.id)).toEqual([
    '2026-11-26T12:00:00Z',
    'session_4',
    '2026-11-26T15:30:00Z',
  ]);
});

test('what happens once for each person is one line', () => {
  const each = ['priya', 'kofi'].map((id) => item(id, '2026-11-23T08:00:00Z', { person: { id } }));
  const [day] = daysOf(community([journey(each)]));
  expect(day?.items).toHaveLength(1);
  expect(day?.items[0]?.items).toHaveLength(2);
  expect(isMovable(day!.items[0]!)).toBe(false);
});

test('what was done early stands on the day on which it was done, what was done late on its own', () => {
  const done = (id: string, doneAt: string) =>
    item(id, '2026-11-30T08:00:00Z', { state: 'DONE', doneAt });
  const early = done('early', '2026-11-23T10:00:00Z');
  const late = done('late', '2026-12-02T10:00:00Z');
  const days = daysOf(community([journey([early, late])]));
  expect(days.map(({ day, items }) => [day, ...items.map((line) => line.item.id)])).toEqual([
    ['2026-11-23', 'early'],
    ['2026-11-26'],
    ['2026-11-30', 'late'],
  ]);
});

test('a journey that was taken back is not in the plan', () => {
  const gone = journey([item('gone', '2026-11-23T08:00:00Z')], {
    withdrawnAt: '2026-11-20T08:00:00Z',
  });
  expect(daysOf(community([gone])).flatMap(({ items }) => items)).toEqual([]);
});

test('what has not happened can be moved by who leads', () => {
  const [open, done] = daysOf(
    community([
      journey([
        item('open', '2026-11-23T08:00:00Z'),
        item('done', '2026-11-24T08:00:00Z', { state: 'DONE' }),
      ]),
    ]),
  );
  expect(isMovable(open!.items[0]!)).toBe(true);
  expect(isMovable(done!.items[0]!)).toBe(false);
});

test('free days stand between the others, and after the last', () => {
  const days = daysOf(community([journey([item('ask', '2026-11-23T08:00:00Z')])]));
  const rows = withGaps(days, '2026-11-22');
  expect(rows.map(({ free, day }) => [free.length, day?.day])).toEqual([
    [1, '2026-11-23'],
    [2, '2026-11-26'],
    [7, undefined],
  ]);
});

test('on the page of a session stands what happens by itself, in order, without what does not', () => {
  const items = [
    item('late', '2026-12-03T08:00:00Z'),
    item('skipped', '2026-11-28T08:00:00Z', { state: 'SKIPPED', why: 'TOO_LATE' }),
    item('first', '2026-11-27T08:00:00Z', { state: 'DONE', doneAt: '2026-11-27T08:00:01Z' }),
  ];
  const gone = journey([item('gone', '2026-11-27T08:00:00Z')], {
    withdrawnAt: '2026-11-26T08:00:00Z',
  });
  const lines = linesOf([journey(items), gone] as never[], 'Europe/Stockholm');
  expect(lines.map(({ item }) => item.id)).toEqual(['first', 'late']);
});
