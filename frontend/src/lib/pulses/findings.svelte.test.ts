import { expect, test } from 'vitest';
import type { PulseFindingsFragment } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { barrierSentence, courseSentence, courses, scaleRows, scaleSentence } from './findings';

type Item = PulseFindingsFragment['items'][number];
const options = ['Not at all', 'A little', 'Somewhat', 'A good deal', 'Very much'];
const item = (more: object) =>
  ({
    answerCount: 12,
    mean: 3.8,
    texts: [],
    withheld: null,
    question: { options },
    bands: null,
    cuts: [],
    barriers: null,
    ...more,
  }) as unknown as Item;

test('a scale is said by how many chose what; its mean is a number, and no word', async () => {
  await speakAlso('pulses');
  const mean = 'Mean of 12 answers: 3.8, on a scale from 1 to 5.';
  expect(scaleSentence(item({}))).toBe(mean);
  expect(scaleSentence(item({ mean: null }))).toBeUndefined();
  // At both ends, and nobody in between: a word for their mean would be nobody's.
  const apart = [
    { choice: 0, upTo: 0, count: 5 },
    { choice: 1, upTo: 4, count: 7 },
  ];
  expect(scaleSentence(item({ bands: apart }))).toBe(
    `Answers: 5 “Not at all”, 7 “A little” to “Very much”. ${mean}`,
  );
  expect(scaleSentence(item({ bands: [{ choice: 0, upTo: 4, count: 12 }] }))).toBe(mean);
});

test('what was counted together reads as one', () => {
  const bands = [
    { choice: 0, upTo: 1, count: 5 },
    { choice: 2, upTo: 4, count: 7 },
  ];
  expect(scaleRows(item({ bands }))).toEqual([
    ['Not at all, A little', 5],
    ['Somewhat, A good deal, Very much', 7],
  ]);
});

test('what may not be shown is never what most people named', async () => {
  await speakAlso('pulses');
  const barriers = [
    { barrier: 'TIME', count: null },
    { barrier: 'TOOLS', count: 6 },
  ];
  expect(barrierSentence(item({ barriers }))).toBe(
    'Most often named, of what is shown: The tools or the set-up (6).',
  );
  expect(barrierSentence(item({ barriers: [barriers[0]] }))).toBeUndefined();
});

test('a series begins where it began, and says the last change that may be shown', async () => {
  await speakAlso('pulses');
  const change = (wave: number, by: number | null) => ({
    key: 'use',
    words: 'I use it',
    wave,
    count: by === null ? null : 9,
    change: by,
    withheld: by === null ? 'Fewer than 5 answered both.' : null,
  });
  const [course] = courses([change(60, null), change(30, 0.6)]);
  expect(course!.waves.map((wave) => wave.change)).toEqual([0, 0.6, null]);
  expect(courseSentence(course!)).toBe(
    'After 30 days: +0.6 steps, from 9 people who answered both.',
  );
});
