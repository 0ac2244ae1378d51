import { expect, test } from 'vitest';
import { standingOf } from './cohort';
import { lineOf, standingInWords } from './words';

const cohort = { zone: 'Europe/Berlin', startsOn: '2026-09-18', endsOn: '2026-12-04' };
const said = (iso: string) => standingInWords(cohort, standingOf(cohort, new Date(iso))!);

test('a cohort says where it stands', () => {
  expect(said('2026-09-01T08:00:00Z')).toBe('Begins on 18 September');
  expect(said('2026-10-25T08:00:00Z')).toBe('Week 6 of 11');
  expect(said('2026-12-24T08:00:00Z')).toBe('Ended on 4 December');
});

test('one line says when, how many and who leads', () => {
  const leads = [{ name: 'Amara Okafor' }, { name: 'Jonas Lindqvist' }];
  const standing = standingOf(cohort, new Date('2026-10-25T08:00:00Z'));
  expect(lineOf({ ...cohort, memberCount: 24, leads }, standing)).toBe(
    'Week 6 of 11, 24 people, led by Amara Okafor and Jonas Lindqvist',
  );
});

test('without dates or leads the line is as short as it can be', () => {
  expect(lineOf({ memberCount: 1, leads: [] }, undefined)).toBe('One person');
});
