import { expect, test } from 'vitest';

const source = import.meta.glob<string>('./{parts,en,de}.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const namesIn = (file: string, list: RegExp) => list.exec(source[file] ?? '')?.[1]?.split(',');

test('what comes with its screen does not come with the first page, too', () => {
  const parts = namesIn('./parts.ts', /\{([\w,]+)\}\.ftl/);
  expect(parts).toContain('pulses');
  for (const file of ['./en.ts', './de.ts']) {
    expect(namesIn(file, /!.*\{mail,([\w,]+)\}\.ftl/)).toEqual(parts);
  }
});
