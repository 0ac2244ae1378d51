import { expect, test } from 'vitest';
import type { GoingOnQuery, JourneySessionFragment, StillOpenQuery } from '$lib/api';
import { stillOpen } from './still-open';

const prompt = (id: string, more: object = {}) => ({
  id,
  title: 'What did you try?',
  path: `/p/${id}`,
  postedAt: '2026-10-03T08:00:00Z',
  dueAt: '2026-10-09T08:00:00Z',
  minutes: 5,
  isAnswered: false,
  isExpected: true,
  isLate: false,
  answerCount: 1,
  expectedCount: 7,
  withdrawnAt: null,
  ...more,
});
const session = (number: number, prompts: object[] = []) =>
  ({
    id: `session_${number}`,
    number,
    state: 'CLOSED',
    startsAt: `2026-10-0${number}T12:00:00Z`,
    endsAt: `2026-10-0${number}T14:00:00Z`,
    prompts,
    preWork: [],
  }) as unknown as JourneySessionFragment;
const checkIn = (id: string, of: number | null, more: object = {}) => ({
  id,
  title: 'Two weeks on',
  state: 'OPEN',
  opensAt: '2026-10-16T08:00:00Z',
  closesAt: '2026-10-23T08:00:00Z',
  minutes: 3,
  expectedCount: 7,
  sentCount: 2,
  isWaiting: true,
  viewerResponse: null,
  community: { id: 'community_1', slug: 'autumn' },
  session: of ? { id: `session_${of}` } : null,
  ...more,
});
const asked = (...checkIns: object[]) =>
  ({
    checkIns: { edges: checkIns.map((node) => ({ node })) },
    pulses: { edges: [] },
  }) as unknown as NonNullable<StillOpenQuery['community']>;
const own = {
  slug: 'autumn',
  consultations: {
    edges: [
      {
        node: {
          id: 'consultation_1',
          path: '/consultations/1',
          state: 'ASSIGNED',
          startedAt: '2026-10-03T08:00:00Z',
          dueAt: '2026-10-20T08:00:00Z',
          isLate: true,
          objective: null,
          askedBy: { id: 'person_priya' },
          session: { id: 'session_2' },
        },
      },
    ],
  },
  pairing: null,
  pairingBoard: null,
  sessions: { edges: [] },
} as unknown as NonNullable<GoingOnQuery['community']>;

test('what waits since an earlier session stands with that session', () => {
  const open = stillOpen(
    [session(1), session(2, [prompt('new'), prompt('late', { isLate: true })]), session(3)],
    { asked: asked(checkIn('one', 1), checkIn('none', null)), own },
    'person_priya',
  );
  expect(open.map(({ session: { number }, works }) => [number, works.map(({ id }) => id)])).toEqual(
    [
      [1, ['one']],
      [2, ['new', 'consultation_1']],
    ],
  );
});

test('what is done, and what asks nobody, waits no longer', () => {
  const sent = { isWaiting: false, viewerResponse: { id: 'response_1', state: 'SENT' } };
  const given = {
    asked: asked(checkIn('sent', 1, sent), checkIn('away', 2, { isWaiting: false })),
  };
  const answered = session(1, [prompt('answered', { isAnswered: true })]);
  expect(stillOpen([answered, session(2)], given, 'person_priya')).toEqual([]);
});
