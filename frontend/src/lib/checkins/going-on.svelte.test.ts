import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { CheckInAskedFragment } from '$lib/api';
import { Answering } from './answering.svelte';
import AnswerForm from './AnswerForm.svelte';

const asked = ['What did you try?', 'What got in the way?', 'What next?'].map((words, at) => ({
  id: `question_${at}`,
  kind: 'SHORT_TEXT',
  words,
  options: [],
  visibility: 'COHORT',
  optional: false,
  holds: null,
  commitment: null,
})) as unknown as CheckInAskedFragment[];
const said = (count: number) =>
  asked.slice(0, count).map(({ id }) => ({ question: id, text: 'I asked.', choice: null }));
const opens = (count: number) =>
  render(AnswerForm, {
    answering: new Answering(asked, said(count)),
    send: async () => undefined,
  });

beforeEach(() => page.viewport(390, 800));

test('on a phone one begins at the first question', async () => {
  opens(0);
  await expect.element(page.getByText('Question 1 of 3')).toBeVisible();
});

test('who comes back goes on where they stopped, and finds what they said', async () => {
  opens(1);
  await expect.element(page.getByText('Question 2 of 3')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.element(page.getByLabelText('Your words')).toHaveValue('I asked.');
});

test('what is complete is read from its beginning', async () => {
  opens(3);
  await expect.element(page.getByText('Question 1 of 3')).toBeVisible();
});
