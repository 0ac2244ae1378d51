import { expect, test } from 'vitest';
import { oneMore, partRow, planOf, rowsOfParts, shifted } from './parts';

const row = partRow({ day: '2026-10-30', from: '22:00', to: '01:00', zone: 'Europe/Berlin' });

test('a part whose end is earlier by the clock ends on the next day', () => {
  expect(planOf([row])).toEqual([
    { starts: '2026-10-30T22:00', ends: '2026-10-31T01:00', zone: 'Europe/Berlin' },
  ]);
});

test('what is planned comes back as it was typed', () => {
  const [part] = planOf([row])!;
  const { key, ...typed } = rowsOfParts([{ ...part!, zone: 'Europe/Berlin' }])[0]!;
  expect({ ...typed, key: row.key }).toEqual(row);
  expect(key).not.toBe(row.key);
});

test('one more part is a day later, and all move together over the end of a month', () => {
  const rows = shifted(oneMore([row]), 2);
  expect(rows.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-02']);
});

test('while a day is missing there is no plan', () => {
  expect(planOf([{ ...row, day: '' }])).toBeUndefined();
});
