import { expect, test } from 'vitest';
import type { SessionCheckInFragment, SessionPulseFragment } from '$lib/api';
import { workOf } from './work';

const community = { id: 'community_1', slug: 'autumn' };
const checkIn: SessionCheckInFragment = {
  id: 'checkin_1',
  title: 'Two weeks on',
  state: 'OPEN',
  opensAt: '2026-11-20T08:00:00Z',
  closesAt: '2026-11-27T08:00:00Z',
  minutes: 3,
  expectedCount: 7,
  sentCount: 2,
  isWaiting: true,
  viewerResponse: null,
  community,
};
const pulse: SessionPulseFragment = {
  id: 'pulse_1',
  title: 'Before you go',
  state: 'OPEN',
  opensAt: '2026-11-20T08:00:00Z',
  closesAt: '2026-11-23T08:00:00Z',
  minutes: 2,
  isWaiting: true,
  viewerState: 'WAITING',
  community,
};
const workWith = (checkIns: SessionCheckInFragment[], pulses: SessionPulseFragment[]) =>
  workOf({ prompts: [], preWork: [], checkIns, pulses });

test('what is asked after a session belongs to it, and leads to where it is answered', () => {
  const works = workWith([checkIn], [pulse]);
  expect(works.map(({ title, isExpected, isDone }) => [title, isExpected, isDone])).toEqual([
    ['Before you go', true, false],
    ['Two weeks on', true, false],
  ]);
  expect(works.map(({ href }) => href)).toEqual([
    '/c/autumn/pulses/pulse_1/answer',
    '/c/autumn/checkins/checkin_1/answer',
  ]);
});

test('what was answered, early or late, is done, and leads to what others said', () => {
  for (const state of ['SENT', 'LATE'] as const) {
    const viewerResponse = { id: 'response_1', state };
    const [work] = workWith([{ ...checkIn, isWaiting: false, viewerResponse }], []);
    expect(work).toMatchObject({ isDone: true, href: '/c/autumn/checkins/checkin_1' });
  }
  const [work] = workWith([], [{ ...pulse, isWaiting: false, viewerState: 'ANSWERED' }]);
  expect(work).toMatchObject({ isDone: true, isExpected: true, href: '/c/autumn/pulses/pulse_1' });
});

test('what is not open yet and what was taken back does not belong to it', () => {
  expect(
    workWith([{ ...checkIn, state: 'SCHEDULED' }], [{ ...pulse, state: 'CANCELLED' }]),
  ).toEqual([]);
});

test('nobody is expected where they were asked for nothing', () => {
  const [work] = workWith([], [{ ...pulse, isWaiting: false, viewerState: 'SPARED' }]);
  expect(work).toMatchObject({ isExpected: false, isDone: false });
});
