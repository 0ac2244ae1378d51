import { expect, test } from 'vitest';
import { cityOf, zoneOptions } from './zones';

test('a zone is named by its city', () => {
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(cityOf('UTC')).toBe('UTC');
});

test('likely zones stand first, and none stands twice', () => {
  const options = zoneOptions(['Asia/Kolkata', 'Europe/Berlin', 'Asia/Kolkata']);
  expect(options.slice(0, 2).map(({ value }) => value)).toEqual(['Asia/Kolkata', 'Europe/Berlin']);
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
});
