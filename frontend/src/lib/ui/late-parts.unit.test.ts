import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('/src/**/*.svelte', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const count = (source: string, mark: string) => source.split(mark).length - 1;

test('every part that comes later has something to show when it does not come', () => {
  const silent = Object.entries(sources)
    .filter(([, source]) => count(source, '{#await') > count(source, '{:catch'))
    .map(([path]) => path);
  expect(Object.keys(sources).length).toBeGreaterThan(100);
  expect(silent).toEqual([]);
});
