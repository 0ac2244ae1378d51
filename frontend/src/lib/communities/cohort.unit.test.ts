import { expect, test } from 'vitest';
import { dayIn, standingOf } from './cohort';

const cohort = { zone: 'Europe/Berlin', startsOn: '2026-09-18', endsOn: '2026-12-04' };
const at = (iso: string) => standingOf(cohort, new Date(iso));

test('a cohort knows its week on the first day, in between, and on the last', () => {
  expect(at('2026-09-18T08:00:00Z')).toMatchObject({ phase: 'running', week: 1, weeks: 11 });
  expect(at('2026-10-25T08:00:00Z')).toMatchObject({ phase: 'running', week: 6, weeks: 11 });
  expect(at('2026-12-04T08:00:00Z')).toMatchObject({ phase: 'running', week: 11, share: 1 });
});

test('before it begins nothing lies behind, and after it ends everything does', () => {
  expect(at('2026-09-01T08:00:00Z')).toMatchObject({ phase: 'ahead', week: 1, share: 0 });
  expect(at('2027-01-01T08:00:00Z')).toMatchObject({ phase: 'over', week: 11, share: 1 });
});

test('a day begins when it begins where the cohort is', () => {
  expect(dayIn('Europe/Berlin', new Date('2026-09-17T22:30:00Z'))).toBe('2026-09-18');
  expect(at('2026-09-17T21:30:00Z')?.phase).toBe('ahead');
  expect(at('2026-09-17T22:30:00Z')?.phase).toBe('running');
});

test('without both dates there is no way to stand on', () => {
  expect(standingOf({ ...cohort, endsOn: null })).toBeUndefined();
});

test('a cohort of one day is complete on that day', () => {
  const day = { ...cohort, endsOn: cohort.startsOn };
  expect(standingOf(day, new Date('2026-09-18T08:00:00Z'))).toMatchObject({ weeks: 1, share: 1 });
});
