import { beforeEach, expect, test } from 'vitest';
import type { FeedbackRoundFieldsFragment } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { RoundDraft } from './rubric.svelte';

beforeEach(() => speakAlso('feedback'));

const levels = ['Not yet', 'In part', 'Yes'];
const known = {
  id: 'feedbackround_1',
  title: 'One talk',
  body: 'Hand in one talk.',
  each: 2,
  days: 5,
  closesAt: '2026-12-02T16:00:00Z',
  criteria: [
    { position: 0, title: 'It was tried', levels },
    { position: 1, title: 'It is said what came of it', levels },
  ],
} as unknown as FeedbackRoundFieldsFragment;

test('a round begins with a rubric that fits anything that was applied', () => {
  const draft = new RoundDraft();
  expect(draft.criteria).toHaveLength(3);
  for (const { input } of draft.criteria) {
    expect(input.title).not.toBe('');
    expect(input.levels.filter(Boolean)).toHaveLength(3);
  }
});

test('what nobody touched is not said again, and a rubric says itself as a whole', () => {
  const draft = RoundDraft.of(known, 'Europe/Berlin');
  expect(draft.changes(known, 'Europe/Berlin')).toEqual({ round: 'feedbackround_1' });
  draft.move(draft.criteria[1]!, -1);
  const { criteria } = draft.changes(known, 'Europe/Berlin');
  expect(criteria?.map(({ title }) => title)).toEqual([
    'It is said what came of it',
    'It was tried',
  ]);
});

test('without a day a round stays open, and the day that was is taken away', () => {
  const draft = RoundDraft.of(known, 'Europe/Berlin');
  expect(draft.inputFor('community_1', 'Europe/Berlin').closesAt).toBe('2026-12-02T16:00:00.000Z');
  draft.day = '';
  expect(draft.changes(known, 'Europe/Berlin')).toMatchObject({ closesAt: null });
});

test('what is kept comes back, and a criterion more has as many levels as the last', () => {
  const draft = new RoundDraft();
  draft.title = 'One talk';
  draft.criteria[2]!.levels.push('More');
  draft.add();
  expect(draft.criteria.at(-1)!.levels).toEqual(['', '', '', '']);
  const other = new RoundDraft();
  other.take(draft.words);
  expect(other.words).toBe(draft.words);
});
