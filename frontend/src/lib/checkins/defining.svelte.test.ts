import { expect, test } from 'vitest';
import type { CheckInToChangeFragment } from '$lib/api';
import { Defining } from './defining.svelte';

const known = (more: object = {}) =>
  ({
    id: 'check_in_1',
    title: 'Two weeks on',
    state: 'SCHEDULED',
    audience: ['LEARNER'],
    zone: 'Europe/Berlin',
    opensAt: '2026-12-02T08:00:00Z',
    daysOpen: 7,
    daysAfterSession: null,
    rrule: null,
    session: null,
    community: { id: 'community_1', slug: 'autumn' },
    questions: [
      {
        id: 'question_1',
        kind: 'SCALE',
        words: 'How often?',
        options: ['never', 'once', 'often'],
        visibility: 'COHORT',
        optional: false,
      },
    ],
    ...more,
  }) as unknown as CheckInToChangeFragment;

test('what nobody touched is not said again', () => {
  expect(Defining.of(known()).changes(known())).toEqual({ checkIn: 'check_in_1' });
});

test('another title says the title alone, so that it can be said of one that is open', () => {
  const draft = Defining.of(known());
  draft.title = 'Three weeks on ';
  expect(draft.changes(known())).toEqual({ checkIn: 'check_in_1', title: 'Three weeks on' });
});

test('another day is said with its rule, which would be lost without it', () => {
  const rule = 'FREQ=DAILY;INTERVAL=3;COUNT=4';
  const draft = Defining.of(known({ rrule: rule }));
  expect([draft.day, draft.time, draft.rhythm]).toEqual(['2026-12-02', '09:00', 'kept']);
  draft.day = '2026-12-03';
  expect(draft.changes(known({ rrule: rule }))).toEqual({
    checkIn: 'check_in_1',
    opensAt: '2026-12-03T08:00:00.000Z',
    rrule: rule,
  });
});

test('what follows a session is moved by its days', () => {
  const session = { id: 'session_1', number: 4, title: 'Loss' };
  const after = known({ session, daysAfterSession: 14 });
  const draft = Defining.of(after);
  draft.daysAfter = 10;
  expect(draft.changes(after)).toEqual({ checkIn: 'check_in_1', daysAfterSession: 10 });
});
