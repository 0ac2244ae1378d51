import { beforeEach, expect, test } from 'vitest';
import { speakAlso } from '$lib/i18n/index.svelte';
import { settingWords } from './settings';

beforeEach(() => speakAlso('steps'));

const OF_PAIRS = [
  'weeks',
  'groupSize',
  'minOverlapMinutes',
  'cooldownRounds',
  'differentTeams',
  'publishes',
  'publishAfterDays',
];
const OF_CHECK_INS = [
  'title',
  'questions',
  'visibility',
  'commitment',
  'rrule',
  'daysOpen',
  'roles',
];
const OF_FEEDBACK = ['title', 'body', 'criteria', 'each', 'days', 'daysOpen'];
const about = 'As the server says it, in English.';

test('what a step wants to know has words of its own, and none of the program', () => {
  for (const name of [...OF_PAIRS, ...OF_CHECK_INS, ...OF_FEEDBACK]) {
    const { hint } = settingWords({ name, about, kind: 'LINE', needed: false }, 'any');
    expect(hint, name).not.toBe(about);
  }
});

test('what another part of the program brings speaks for itself', () => {
  expect(settingWords({ name: 'colour', about, kind: 'LINE', needed: false }, 'any')).toEqual({
    label: 'Colour',
    hint: about,
  });
});
