import { expect, test } from 'vitest';
import { tallyWords } from './words';

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
