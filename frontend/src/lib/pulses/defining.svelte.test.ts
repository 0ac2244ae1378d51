import { expect, test } from 'vitest';
import type { PulseToChangeFragment } from '$lib/api';
import { PulseDefining } from './defining.svelte';
import { openFirst } from './words';

const question = {
  key: 'peers',
  kind: 'SCALE' as const,
  words: 'Talks with peers helped',
  options: ['1', '2', '3', '4', '5'],
  about: null,
};
const known = {
  id: 'pulse_1',
  title: 'Four weeks on',
  zone: 'Europe/Berlin',
  opensAt: '2026-12-02T08:00:00Z',
  daysOpen: 14,
  questions: [question],
} as unknown as PulseToChangeFragment;

test('what nobody touched is not said again, and another title says the title alone', () => {
  const draft = PulseDefining.of(known);
  expect(draft.changes(known)).toEqual({ pulse: 'pulse_1' });
  draft.title = 'Three weeks on ';
  expect(draft.changes(known)).toEqual({ pulse: 'pulse_1', title: 'Three weeks on' });
});

test('a baseline that is divided is not asked again', () => {
  const draft = new PulseDefining();
  draft.kind = 'BASELINE';
  expect(draft.inputFor('community_1', 'UTC').followUps).toEqual([30, 60, 90]);
  draft.cut = 'TEAM';
  expect(draft.inputFor('community_1', 'UTC')).toMatchObject({ followUps: [], cut: 'TEAM' });
});

test('a question of one’s own has a key that no other has', () => {
  const draft = PulseDefining.of(known);
  draft.add();
  draft.add();
  draft.remove(draft.questions[1]!);
  draft.add();
  const keys = draft.questions.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('what is kept comes back as it was', () => {
  const draft = PulseDefining.of(known);
  Object.assign(draft, { kind: 'BASELINE', waves: [30], enough: 7, day: '2026-12-02' });
  draft.add();
  const again = new PulseDefining();
  again.goOn(draft.words);
  expect(again.words).toBe(draft.words);
  const { nonce } = again;
  const input = draft.inputFor('community_1', 'UTC');
  expect(again.inputFor('community_1', 'UTC')).toEqual({ ...input, nonce });
});

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const sessions = [
  { id: 'session_1', endsAt: inDays(-60) },
  { id: 'session_2', endsAt: inDays(-1) },
  { id: 'session_4', endsAt: inDays(30) },
  { id: 'session_3', endsAt: inDays(2) },
];

test('a form for the end of a session follows the next one that ends, or the one that was chosen', () => {
  const draft = new PulseDefining(sessions);
  draft.followNext();
  expect(draft.session).toBe('');
  draft.kind = 'REACTION';
  draft.followNext();
  expect(draft.session).toBe('session_3');
  draft.session = 'session_2';
  draft.followNext();
  expect(draft.session).toBe('session_2');
});

test('what follows a session that is too long ago opens on a day that is said', () => {
  const draft = new PulseDefining(sessions);
  draft.session = 'session_2';
  expect(draft.opensOnDay).toBe(false);
  expect(draft.inputFor('community_1', 'UTC')).toMatchObject({
    opensAt: null,
    daysAfterSession: 14,
  });
  for (const kind of ['TRANSFER', 'REACTION'] as const) {
    draft.kind = kind;
    draft.session = 'session_1';
    expect(draft.opensOnDay).toBe(true);
    draft.day = '2030-01-02';
    expect(draft.inputFor('community_1', 'UTC')).toMatchObject({
      session: 'session_1',
      opensAt: '2030-01-02T09:00:00.000Z',
      daysAfterSession: null,
    });
  }
});

test('what is open stands before what is planned, and of that the soonest first', () => {
  const rows = [
    { id: 90, state: 'PLANNED' as const, opensAt: inDays(90) },
    { id: 30, state: 'PLANNED' as const, opensAt: inDays(30) },
    { id: 2, state: 'OPEN' as const, opensAt: inDays(-1) },
    { id: 1, state: 'OPEN' as const, opensAt: inDays(-2) },
  ];
  expect(openFirst(rows).map(({ id }) => id)).toEqual([2, 1, 30, 90]);
});
