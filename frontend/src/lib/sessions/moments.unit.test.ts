import { expect, test } from 'vitest';
import { isCheckInOpen, isJoinOpen, nextStep, partToJoin } from './moments';

const day = (date: string) => ({
  startsAt: `${date}T13:00:00Z`,
  endsAt: `${date}T15:00:00Z`,
  joinOpensAt: `${date}T12:50:00Z`,
  joinClosesAt: `${date}T15:15:00Z`,
});
const session = {
  state: 'PUBLISHED' as const,
  hasJoinUrl: true,
  joinUrl: null,
  parts: [day('2026-10-30'), day('2026-10-31')],
};
const at = (iso: string) => new Date(iso);

test('between two days the link of the second one is the next to come', () => {
  const now = at('2026-10-30T20:00:00Z');
  expect(partToJoin(session.parts, now)?.joinOpensAt).toBe('2026-10-31T12:50:00Z');
  expect(isJoinOpen(session, now)).toBe(false);
  expect(isJoinOpen(session, at('2026-10-31T12:50:00Z'))).toBe(true);
  expect(partToJoin(session.parts, at('2026-11-01T00:00:00Z'))).toBeUndefined();
});

test('people check in from half an hour before a part to its end, in a session that takes place', () => {
  expect(isCheckInOpen(session, at('2026-10-30T12:29:00Z'))).toBe(false);
  expect(isCheckInOpen(session, at('2026-10-30T12:30:00Z'))).toBe(true);
  expect(isCheckInOpen(session, at('2026-10-30T15:01:00Z'))).toBe(false);
  expect(isCheckInOpen({ ...session, state: 'CANCELLED' }, at('2026-10-30T13:00:00Z'))).toBe(false);
});

test('a session is started on its day, and not a week ahead', () => {
  const planned = { state: 'PUBLISHED' as const, startsAt: '2026-10-30T13:00:00Z' };
  expect(nextStep(planned, at('2026-10-23T13:00:00Z'))).toBeUndefined();
  expect(nextStep(planned, at('2026-10-30T06:00:00Z'))).toBe('start');
  expect(nextStep({ ...planned, state: 'DRAFT' }, at('2026-10-01T00:00:00Z'))).toBe('publish');
  expect(nextStep({ ...planned, state: 'RUNNING' }, at('2026-10-30T14:00:00Z'))).toBe('close');
  expect(nextStep({ ...planned, state: 'CLOSED' }, at('2026-10-30T16:00:00Z'))).toBeUndefined();
});
