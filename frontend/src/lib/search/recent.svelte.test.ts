import { beforeEach, expect, test } from 'vitest';
import { forgetSearches, recentSearches, rememberSearch } from './recent';

beforeEach(forgetSearches);

test('what was searched for is offered again, the newest first and each once', () => {
  ['rota', 'loss', ' rota '].forEach(rememberSearch);
  expect(recentSearches()).toEqual(['rota', 'loss']);
});

test('eight searches are enough', () => {
  for (let count = 1; count <= 12; count += 1) rememberSearch(`word ${count}`);
  expect(recentSearches()).toHaveLength(8);
  expect(recentSearches()[0]).toBe('word 12');
});

test('nothing but blanks is no search', () => {
  rememberSearch('   ');
  expect(recentSearches()).toEqual([]);
});

test('what is damaged on the device is as good as nothing', () => {
  localStorage.setItem('searches', '{"broken');
  expect(recentSearches()).toEqual([]);
});
