import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { BoardAnswerFragment, CheckInVisibility } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { Arranging } from './arranging.svelte';
import PersonCard from './PersonCard.svelte';

beforeEach(() => speakAlso('boards'));

const person = { id: 'person_mei', handle: 'mei-wu', name: 'Mei Wu' };
const answer = (visibility: CheckInVisibility, text: string) =>
  ({
    id: `answer_${visibility}`,
    text,
    choice: null,
    choiceWords: null,
    sentAt: '2026-11-23T08:00:00Z',
    isLate: false,
    question: { id: visibility, words: `What of ${visibility}?`, options: [], visibility },
    person,
    themes: [],
    takenInto: null,
  }) as unknown as BoardAnswerFragment;
const of = {
  person: person as NonNullable<BoardAnswerFragment['person']>,
  answers: [answer('COHORT', 'I asked twice.'), answer('FACILITATORS', 'My own lead.')],
  sentAt: '2026-11-23T08:00:00Z',
};

test('what was answered for facilitators alone says so beside what everybody reads', async () => {
  render(PersonCard, { of });
  await expect.element(page.getByText('My own lead.')).toBeVisible();
  await expect.element(page.getByText('For facilitators only')).toBeVisible();
  expect(page.getByText('For facilitators only').elements()).toHaveLength(1);
});

test('what can be done with an answer takes no room from its words', async () => {
  render(PersonCard, { of, arranging: new Arranging('check_in_1', () => []) });
  const words = page.getByText('I asked twice.');
  await expect.element(words).toBeVisible();
  const card = words.element().closest('.card')!;
  const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(card);
  const room = card.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
  expect(words.element().getBoundingClientRect().width).toBeCloseTo(room, 0);
});
