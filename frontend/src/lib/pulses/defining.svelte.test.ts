import { expect, test } from 'vitest';
import type { PulseToChangeFragment } from '$lib/api';
import { PulseDefining } from './defining.svelte';

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
