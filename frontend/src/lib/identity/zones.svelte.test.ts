import { afterEach, beforeEach, expect, test } from 'vitest';
import { speak } from '$lib/i18n/index.svelte';
import { keepClocks, otherClock, zoneOptions, zoneWords } from './zones';

beforeEach(() => localStorage.clear());
afterEach(() => speak('en'));

test('a zone is named by its city in English', () => {
  expect(zoneWords('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(zoneWords('UTC')).toBe('UTC');
});

test('in German a zone is called as the browser calls it there', async () => {
  await speak('de');
  expect(zoneWords('Europe/Vienna')).toBe('Mitteleuropäische Zeit');
  expect(zoneWords('Asia/Kolkata')).toBe('Indische Normalzeit');
  expect(zoneWords('UTC')).toBe('UTC');
  const [likely, other] = zoneOptions(['Europe/Vienna']);
  expect(likely!.label).toBe('Mitteleuropäische Zeit, Europe/Vienna');
  expect(other!.label).not.toContain(',');
});

test('likely zones stand first, and none stands twice', () => {
  const options = zoneOptions(['Asia/Kolkata', 'Europe/Berlin', 'Asia/Kolkata']);
  expect(options.slice(0, 2).map(({ value }) => value)).toEqual(['Asia/Kolkata', 'Europe/Berlin']);
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
});

test('a device that shows another time than the profile is told of until one says that it may', () => {
  const summer = new Date('2026-07-01T12:00:00Z');
  expect(otherClock('Europe/Berlin', summer, 'Europe/Rome')).toBe(false);
  expect(otherClock('Europe/Berlin', summer, 'Europe/Lisbon')).toBe(true);
  keepClocks('Europe/Berlin', 'Europe/Lisbon');
  expect(otherClock('Europe/Berlin', summer, 'Europe/Lisbon')).toBe(false);
  expect(otherClock('Europe/Berlin', summer, 'Asia/Tokyo')).toBe(true);
});
