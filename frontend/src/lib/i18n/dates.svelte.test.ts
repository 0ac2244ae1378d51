import { expect, test } from 'vitest';
import { ago } from './dates';
import { speak, t } from './index.svelte';

const NOW = new Date('2026-10-25T12:00:00');
const before = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();

test('times are as short as they stay clear', () => {
  expect(ago(before(0), NOW)).toBe('now');
  expect(ago(before(12), NOW)).toBe('12 min ago');
  expect(ago(before(4 * 60), NOW)).toBe('4 hr ago');
  expect(ago(before(20 * 60), NOW)).toBe('yesterday');
  expect(ago('2026-10-10T12:00:00', NOW)).toBe('10 Oct');
  expect(ago('2024-10-10T12:00:00', NOW)).toBe('10 Oct 2024');
});

test('a person who prefers German reads German, and the page says so', async () => {
  await speak('de-AT');
  expect(t('nav-today')).toBe('Heute');
  expect(t('new-count', { count: 3 })).toBe('3 neu');
  expect(document.documentElement.lang).toBe('de');
  await speak('en');
});

test('an unknown language falls back to English', async () => {
  await speak('tlh');
  expect(t('nav-today')).toBe('Today');
});
