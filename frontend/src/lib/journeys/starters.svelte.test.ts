import { expect, test } from 'vitest';
import { fourWays, goingFourWays } from './starters';

const kept = (more: object = {}) => ({ archivedAt: null, steps: fourWays().steps, ...more });

test('who has the four ways, whatever they are called, is not offered them again', () => {
  const [first, ...rest] = fourWays().steps;
  const renamed = kept({ steps: [...rest, { ...first!, title: 'Come and ask' }] });
  expect(goingFourWays([renamed])).toBe(renamed);
});

test('three of them are not four, and what was put away is not there', () => {
  expect(goingFourWays([])).toBeUndefined();
  expect(goingFourWays([kept({ steps: fourWays().steps.slice(1) })])).toBeUndefined();
  expect(goingFourWays([kept({ archivedAt: '2026-11-01T09:00:00Z' })])).toBeUndefined();
});
