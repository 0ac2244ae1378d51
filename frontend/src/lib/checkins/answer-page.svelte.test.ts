import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../tests/axe';
import { serverDouble } from '../../tests/server';
import AnswerPage from './AnswerPage.svelte';
import type { CheckInToAnswer } from './load';

const server = serverDouble();

const skipped = {
  __typename: 'CheckIn',
  id: 'checkin_1',
  title: 'Two weeks on',
  state: 'OPEN',
  opensAt: '2026-12-02T08:00:00Z',
  closesAt: '2026-12-09T08:00:00Z',
  minutes: 2,
  nextAt: [],
  timesToCome: 0,
  expectedCount: 5,
  sentCount: 1,
  isExpected: true,
  isWaiting: false,
  community: { __typename: 'Community', id: 'community_1', slug: 'autumn', name: 'Autumn' },
  questions: [
    {
      __typename: 'CheckInQuestion',
      id: 'question_1',
      kind: 'SHORT_TEXT',
      words: 'What did you try?',
      options: [],
      visibility: 'COHORT',
      optional: false,
      holds: null,
      commitment: null,
    },
  ],
  viewerResponse: {
    __typename: 'CheckInResponse',
    id: 'checkinresponse_1',
    state: 'SKIPPED',
    askedAt: '2026-12-02T08:00:00Z',
    sentAt: null,
    isLate: false,
    skippedBecause: 'I was ill.',
    answers: [],
  },
  viewerCan: { __typename: 'CheckInPermissions', answer: true, witness: false },
};

test('who skipped it is offered to answer after all, and not to change what they never said', async () => {
  server.answers('CheckInForm', () => ({ node: skipped }));
  render(AnswerPage, { loaded: skipped as unknown as CheckInToAnswer });
  await expect.element(page.getByText(/^You skipped this check-in/)).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Answer after all' }).click();
  await expect.element(page.getByText('What did you try?')).toBeVisible();
});
