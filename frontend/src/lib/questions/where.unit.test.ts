import { expect, test } from 'vitest';
import { lastHeld, stillToCome } from './where';

const at = (id: string, startsAt: string, state = 'PUBLISHED') => ({ id, startsAt, state });
const NOW = Date.parse('2026-05-10T12:00:00Z');
const SESSIONS = [
  at('first', '2026-04-20T09:00:00Z', 'CLOSED'),
  at('second', '2026-05-04T09:00:00Z', 'CLOSED'),
  at('dropped', '2026-05-08T09:00:00Z', 'CANCELLED'),
  at('third', '2026-05-18T09:00:00Z'),
  at('off', '2026-05-25T09:00:00Z', 'CANCELLED'),
];

test('a question follows the last session that took place', () => {
  expect(lastHeld(SESSIONS, NOW)?.id).toBe('second');
  expect(lastHeld(SESSIONS.slice(3), NOW)).toBeUndefined();
});

test('a question is covered in a session that is still to come', () => {
  expect(stillToCome(SESSIONS, NOW).map(({ id }) => id)).toEqual(['third']);
});
