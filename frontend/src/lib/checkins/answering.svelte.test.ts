import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { CheckInAskedFragment } from '$lib/api';
import { Answering } from './answering.svelte';
import QuestionField from './QuestionField.svelte';

const question = {
  id: 'question_1',
  kind: 'COMMITMENT',
  words: 'What became of it?',
  options: [],
  visibility: 'COHORT',
  optional: true,
  holds: null,
  commitment: { words: 'Ask three people', madeAt: '2026-01-05T09:00:00Z', ofPair: true },
} as unknown as CheckInAskedFragment;

test('who changed their mind is asked why, and read where it stands', async () => {
  const answering = new Answering([question], []);
  expect(answering.missing).toEqual([]);
  render(QuestionField, { question, answering });
  await expect.element(page.getByText(/on the page of your pair, too/)).toBeVisible();
  await page.getByRole('radio', { name: 'Changed my mind' }).click({ force: true });
  expect(answering.missing).toEqual([question]);
  await page.getByLabelText('Why did you change your mind?').fill('They asked me first');
  expect(answering.missing).toEqual([]);
  await expect.element(page.getByLabelText('What you want to do next')).not.toBeInTheDocument();
});
