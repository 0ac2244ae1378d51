import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { TodayQuery } from '$lib/api';
import { expectAccessible } from '../../tests/axe';
import NormsThing from './NormsThing.svelte';
import QuestionThing from './QuestionThing.svelte';

const community = {
  id: 'community_1',
  slug: 'guild',
  name: 'Facilitation guild',
  normsHtml: '<ul><li>Ask before you advise.</li></ul>',
  viewerMembership: { id: 'membership_1', normsAcknowledgedAt: null },
};

test('norms wait as a line and are read in place', async () => {
  const onopen = vi.fn();
  const { rerender } = await render(NormsThing, { community, number: 2, isOpen: false, onopen });
  await expect.element(page.getByText('Ask before you advise.')).not.toBeInTheDocument();
  await page.getByRole('button', { name: /^Read/ }).click();
  expect(onopen).toHaveBeenCalledOnce();
  await rerender({ isOpen: true });
  await expect.element(page.getByText('Ask before you advise.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'I will keep to this' })).toBeVisible();
  await expectAccessible();
});

test('a question that waits shows who asks, how long, and how it begins', async () => {
  const question = {
    id: 'thread_1',
    kind: 'QUESTION',
    title: 'What do I do with silence?',
    titleCorrections: [],
    createdAt: new Date(Date.now() - 26 * 3_600_000).toISOString(),
    isAnswered: false,
    author: { id: 'person_1', handle: 'priya', name: 'Priya Raman' },
    channel: { id: 'channel_1', slug: 'questions', name: 'Questions' },
    community: { id: 'community_1', slug: 'autumn', name: 'Leading change' },
    opening: {
      id: 'post_1',
      path: '/go/post_1',
      bodyHtml: '<p>Nobody speaks.</p>',
      corrections: [],
    },
  } as TodayQuery['today']['unanswered'][number];
  render(QuestionThing, { question, number: 1, isOpen: true, onopen: () => {} });
  await expect.element(page.getByText('Waiting 26 hours')).toBeVisible();
  await expect.element(page.getByText('Nobody speaks.')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Answer' }))
    .toHaveAttribute('href', '/go/post_1');
  await expectAccessible();
});
