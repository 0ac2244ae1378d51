import { beforeEach, expect, test } from 'vitest';
import { cityOf, keepClocks, otherClock, zoneOptions } from './zones';

beforeEach(() => localStorage.clear());

test('a zone is named by its city', () => {
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(cityOf('UTC')).toBe('UTC');
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
