import { beforeEach, expect, test } from 'vitest';
import type { CheckInRowFragment } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { answerFor, chosenWords, comesBackWords, sentWords, tallyWords, whoSees } from './words';

beforeEach(() => speakAlso('boards'));

test('what was counted together reads as one, and a commitment has the same words everywhere', () => {
  const scale = {
    question: { kind: 'SCALE', options: ['Hardly', 'Somewhat', 'Well'] },
    tally: [
      { choice: 0, upTo: 1, count: 6 },
      { choice: 2, upTo: 2, count: 7 },
    ],
  };
  expect(tallyWords(scale).map(({ option, count }) => [option, count])).toEqual([
    ['Hardly, Somewhat', 6],
    ['Well', 7],
  ]);
  const commitment = {
    question: { kind: 'COMMITMENT', options: [] },
    tally: [{ choice: 1, upTo: 1, count: 5 }],
  };
  expect(tallyWords(commitment)[0]?.option).toBe('Changed my mind');
});

test('where nobody chose anything there is nothing to count', () => {
  const question = { kind: 'COMMITMENT', options: [] };
  expect(tallyWords({ question, tally: [{ choice: 0, upTo: 0, count: 0 }] })).toEqual([]);
  // Too few to be told is not nobody.
  expect(tallyWords({ question, tally: [{ choice: 0, upTo: 0, count: null }] })).toHaveLength(1);
});

test('words without a name are said to be read, and numbers to be counted', () => {
  expect(whoSees('ANONYMOUS', 'SHORT_TEXT')).toMatch(/^Read without your name/);
  expect(whoSees('ANONYMOUS', 'SCALE')).toMatch(/counts alone/);
  expect(whoSees('COHORT', 'SHORT_TEXT')).toBe('Everybody here sees this');
});

test('what became of a commitment stands with the answer, as what was chosen of a scale does', () => {
  const said = {
    id: '1',
    text: '',
    sentAt: '2026-11-23T08:00:00Z',
    isLate: false,
    person: null,
  } as const;
  const rest = { ...said, themes: [], takenInto: null };
  const visibility = 'COHORT' as const;
  const commitment = { id: 'q', words: 'And now?', options: [], visibility };
  expect(chosenWords({ ...rest, choice: 1, choiceWords: null, question: commitment })).toBe(
    'Changed my mind',
  );
  const scale = { ...commitment, options: ['never', 'once', 'often'] };
  expect(chosenWords({ ...rest, choice: 1, choiceWords: 'once', question: scale })).toBe('once');
  expect(
    chosenWords({ ...rest, choice: null, choiceWords: null, question: commitment }),
  ).toBeUndefined();
});

test('what comes back says how often and when next, as long as it is not over', () => {
  const weekly = {
    state: 'SCHEDULED',
    nextAt: ['2030-12-09T08:00:00Z', '2030-12-16T08:00:00Z'],
    timesToCome: 5,
  } as unknown as CheckInRowFragment;
  expect(comesBackWords(weekly)).toMatch(/^comes back 5 more times, next .*2030/);
  expect(comesBackWords({ ...weekly, state: 'CLOSED' })).toBeUndefined();
  expect(comesBackWords({ ...weekly, nextAt: [], timesToCome: 0 })).toBeUndefined();
});

test('before it opens it says whom it asks, and not that nobody has answered', () => {
  const row = { state: 'SCHEDULED', sentCount: 0, expectedCount: 7 } as CheckInRowFragment;
  expect(sentWords(row)).toBe('asks 7 people');
  expect(sentWords({ ...row, state: 'OPEN' })).toBe('0 of 7 answered');
});

test('an answer that not everybody reads says for whom it is', () => {
  expect(answerFor('FACILITATORS')).toBe('For facilitators only');
  expect(answerFor('PAIR')).toBe('For the pair only');
  expect(answerFor('COHORT')).toBeUndefined();
});
