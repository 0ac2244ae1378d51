import { expect, test } from 'vitest';
import type { PlannedItem } from './days';
import { placeOf } from './made';

const line = (item: object, action = 'open_check_in') =>
  ({ item: { state: 'DONE', made: null, ...item }, step: { action } }) as unknown as PlannedItem;

test('what happened leads to what came of it, of whatever kind', () => {
  for (const made of ['checkin_1', 'pulse_1', 'pairing_1', 'series_1', 'feedbackround_1']) {
    expect(placeOf(line({ made }), 'autumn')).toBe(`/go/${made}`);
  }
});

test('what each does alone leads to where it is counted, and what is still to come to the plan', () => {
  expect(placeOf(line({}, 'consult_colleague'), 'autumn')).toBe('/c/autumn/consultations');
  expect(placeOf(line({}, 'remind'), 'autumn')).toBe('/c/autumn/plan');
  expect(placeOf(line({ state: 'PENDING' }), 'autumn')).toBe('/c/autumn/plan');
});
