import { expect, test } from 'vitest';
import type { PulseFindingsFragment } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { barrierSentence, courseSentence, courses, meanSentence, scaleRows } from './findings';

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

test('a scale is said by the word nearest to its mean, and what was counted together reads as one', async () => {
  await speakAlso('pulses');
  expect(meanSentence(item({}))).toBe('On average near “A good deal” (3.8 of 5), from 12 answers.');
  expect(meanSentence(item({ mean: null }))).toBeUndefined();
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
  expect(barrierSentence(item({ barriers }))).toBe('Most often named: The tools or the set-up.');
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
