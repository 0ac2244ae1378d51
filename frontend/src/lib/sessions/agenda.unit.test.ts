import { expect, test } from 'vitest';
import { added, isSame, moved, newRow, plannedFor, plansOf, type Row } from './agenda';

const row = (title: string, part = 1): Row => ({ ...newRow(part), key: title, title });
const titles = (rows: Row[]) => rows.map(({ title, part }) => `${title}${part}`).join(' ');
const rows = [row('a'), row('b'), row('c', 2), row('d', 2)];

test('a row moves among its neighbours, and at the edge of its part into the next part', () => {
  expect(titles(moved(rows, 'b', -1, 2))).toBe('b1 a1 c2 d2');
  expect(titles(moved(rows, 'b', 1, 2))).toBe('a1 b2 c2 d2');
  expect(titles(moved(rows, 'c', -1, 2))).toBe('a1 b1 c1 d2');
});

test('at the edge of everything a row stays where it is', () => {
  expect(titles(moved(rows, 'a', -1, 2))).toBe(titles(rows));
  expect(titles(moved(rows, 'd', 1, 2))).toBe(titles(rows));
});

test('a row moves into a part in which nothing is planned yet', () => {
  expect(titles(moved([row('a')], 'a', 1, 2))).toBe('a2');
});

test('a new row stands after the one it was added at, or at the end of its part', () => {
  expect(titles(added(rows, row('n'), 'a'))).toBe('a1 n1 b1 c2 d2');
  expect(titles(added(rows, row('n', 1)))).toBe('a1 b1 n1 c2 d2');
  expect(titles(added([], row('n', 2)))).toBe('n2');
});

test('the minutes of a part are those of its rows, and a row without words is no segment', () => {
  const empty = { ...newRow(2), minutes: 25 };
  expect(plannedFor([...rows, empty], 2)).toBe(45);
  expect(plansOf([...rows, empty])).toHaveLength(4);
  expect(isSame(rows, [...rows, empty])).toBe(true);
});
