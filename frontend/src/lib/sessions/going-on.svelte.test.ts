import { expect, test } from 'vitest';
import type { GoingOnQuery } from '$lib/api';
import { goingOn, sessionBefore } from './going-on';

const held = (id: string, endsAt: string, state = 'CLOSED') => ({ id, endsAt, state });
const sessions = [
  held('session_7', '2026-11-19T12:00:00Z'),
  held('session_6', '2026-11-12T12:00:00Z'),
  held('session_8', '2026-11-26T12:00:00Z', 'PUBLISHED'),
];
const asks = (id: string, more: object = {}) => ({
  id,
  path: `/consultations/${id}`,
  state: 'ASSIGNED',
  startedAt: '2026-11-21T08:00:00Z',
  dueAt: '2026-11-28T08:00:00Z',
  isLate: false,
  objective: { id: 'objective_2', statement: 'Ask before you explain' },
  askedBy: { id: 'person_priya' },
  session: { id: 'session_7' },
  ...more,
});
const member = (name: string, isViewer = false, leftAt: string | null = null) => ({
  isViewer,
  leftAt,
  person: { id: `person_${name}`, name },
});
const community = {
  id: 'community_1',
  slug: 'autumn',
  consultations: {
    edges: [
      asks('mine'),
      asks('over', { state: 'CONCLUDED' }),
      asks('back', { state: 'WITHDRAWN' }),
      asks('shared', { askedBy: { id: 'person_mei' } }),
      asks('earlier', { session: { id: 'session_6' } }),
    ].map((node) => ({ node })),
  },
  pairing: {
    pairs: [
      {
        id: 'pair_1',
        startsAt: '2026-11-20T09:00:00Z',
        endsAt: '2030-12-18T09:00:00Z',
        round: { id: 'round_1', session: null },
        members: [
          member('Priya', true),
          member('Mei'),
          member('Noor'),
          member('Kofi', false, '2026-11-21T09:00:00Z'),
        ],
      },
    ],
  },
  sessions: { edges: sessions.map((node) => ({ node })) },
} as unknown as NonNullable<GoingOnQuery['community']>;

test('after a session stand the colleague one asks and whom one is together with', () => {
  const works = goingOn(community, 'session_7', 'person_priya');
  expect(works.map(({ id, isDone }) => [id, isDone])).toEqual([
    ['mine', false],
    ['over', true],
    ['pair_1', false],
  ]);
  expect(works[0]?.title).toBe('Ask a colleague: Ask before you explain');
  expect(works[2]?.title).toMatch(/^You.* Mei .*Noor$/);
  expect(works[2]?.href).toBe('/c/autumn/pairing');
});

test('what began after another session stands there', () => {
  const works = goingOn(community, 'session_6', 'person_priya');
  expect(works.map(({ id }) => id)).toEqual(['earlier']);
});

test('a round that a session began stays with it wherever that moves to, for its pairs and who leads', () => {
  const round = (state: string) => ({
    id: `round_${state}`,
    state,
    startsAt: '2026-11-20T09:00:00Z',
    endsAt: '2030-12-18T09:00:00Z',
    session: { id: 'session_6' },
  });
  const [own] = community.pairing!.pairs;
  const moved = {
    ...community,
    pairing: { pairs: [{ ...own, round: { id: 'round_1', session: { id: 'session_6' } } }] },
    pairingBoard: {
      rounds: { edges: ['PROPOSED', 'CANCELLED'].map((state) => ({ node: round(state) })) },
    },
  } as unknown as NonNullable<GoingOnQuery['community']>;
  const ids = (session: string) => goingOn(moved, session, 'person_priya').map(({ id }) => id);
  expect(ids('session_6')).toEqual(['earlier', 'pair_1', 'round_PROPOSED']);
  expect(ids('session_7')).toEqual(['mine', 'over']);
  const waits = goingOn(moved, 'session_6', 'person_priya').at(-1);
  expect(waits).toMatchObject({ isDone: false, isExpected: true, href: '/c/autumn/plan/pairings' });
});

test('a session that did not take place has nothing after it', () => {
  const off = held('off', '2026-11-19T18:00:00Z', 'CANCELLED') as never;
  expect(sessionBefore([...(sessions as never[]), off], '2026-11-20T09:00:00Z')).toBe('session_7');
  expect(sessionBefore(sessions as never[], '2026-11-01T09:00:00Z')).toBeUndefined();
});
