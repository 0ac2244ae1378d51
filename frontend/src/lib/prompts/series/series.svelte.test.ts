import { expect, test } from 'vitest';
import { SeriesDraft } from './series.svelte';

const daysOf = ({ questions }: SeriesDraft) => questions.map(({ days }) => days);

test('a series begins with five days, and a question more comes after them', () => {
  const draft = new SeriesDraft();
  expect(daysOf(draft)).toEqual([1, 3, 7, 14, 30]);
  draft.add();
  expect(daysOf(draft)).toEqual([1, 3, 7, 14, 30, 60]);
});

test('a question that moves takes the day of its place, so that the days stay in order', () => {
  const draft = new SeriesDraft();
  const second = draft.questions[1]!;
  second.title = 'The second';
  draft.move(second, -1);
  expect(draft.questions[0]!.title).toBe('The second');
  expect(daysOf(draft)).toEqual([1, 3, 7, 14, 30]);
  draft.move(second, -1);
  expect(draft.questions[0]!.title).toBe('The second');
});

test('what is kept comes back as it was, and what is applied expects no words', () => {
  const draft = new SeriesDraft();
  draft.title = ' What stays ';
  draft.questions[0]!.expected = 'The losses';
  const other = new SeriesDraft();
  other.take(draft.words);
  expect(other.words).toBe(draft.words);
  other.questions[0]!.kind = 'APPLY';
  expect(other.input.title).toBe('What stays');
  expect(other.input.questions[0]).toMatchObject({ kind: 'APPLY', expected: null });
});
