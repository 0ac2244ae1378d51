import { expect, test } from 'vitest';
import { sideOf, standingTo } from './standing';

const now = new Date('2026-10-25T09:00:00Z');
const prompt = {
  audience: ['LEARNER'] as const,
  dueAt: '2026-10-28T16:00:00Z',
  isAnswered: false,
  isExpected: true,
  isLate: false,
  withdrawnAt: null,
};
const over = { ...prompt, dueAt: '2026-10-20T16:00:00Z' };
const standing = (some: object, role: 'LEARNER' | 'FACILITATOR' = 'LEARNER') =>
  standingTo({ ...prompt, audience: ['LEARNER'], ...some }, role, now);

test('whoever is asked and has time is asked', () => {
  expect(standing({})).toBe('asked');
  expect(standing({ dueAt: null })).toBe('asked');
});

test('who has answered is done, however late', () => {
  expect(standing({ ...over, audience: ['LEARNER'], isAnswered: true })).toBe('answered');
});

test('nobody is late for what closed before they joined', () => {
  const joinedAfter = { dueAt: over.dueAt, isExpected: false };
  expect(standing(joinedAfter)).toBe('missed');
  expect(standing({ ...joinedAfter, isExpected: true, isLate: true })).toBe('late');
});

test('who is not asked stands aside, also when it is over', () => {
  expect(standing({ isExpected: false }, 'FACILITATOR')).toBe('aside');
  expect(standing({ dueAt: over.dueAt, isExpected: false }, 'FACILITATOR')).toBe('aside');
});

test('what was withdrawn is asked of nobody', () => {
  expect(standing({ withdrawnAt: '2026-10-24T09:00:00Z', isAnswered: true })).toBe('withdrawn');
});

test('what is due by the start of a session stands before it', () => {
  const session = { startsAt: '2026-10-29T13:00:00Z' };
  expect(sideOf({ dueAt: prompt.dueAt, session })).toBe('before');
  expect(sideOf({ dueAt: '2026-11-02T13:00:00Z', session })).toBe('after');
  expect(sideOf({ dueAt: null, postedAt: '2026-11-02T13:00:00Z', session })).toBe('after');
  expect(sideOf({ dueAt: null, session: null })).toBeUndefined();
});
