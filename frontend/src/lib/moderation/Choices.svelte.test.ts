import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { ApiError, type DecideModerationItemInput, type ModerationWholeFragment } from '$lib/api';
import { expectAccessible } from '../../tests/axe';
import Choices from './Choices.svelte';

const item = {
  id: 'mitem_1',
  version: 4,
  flags: [],
  community: { id: 'com_1', slug: 'autumn', name: 'Leading change' },
  thread: {
    id: 'thread_1',
    title: 'Rota',
    channel: { id: 'chan_1', slug: 'q', name: 'Questions' },
  },
  post: { id: 'post_1', number: 2, body: 'Names a client.', revision: 3 },
  choices: [
    {
      decision: 'VERIFY',
      readers: [{ who: 'AUTHOR', name: 'Mei Wu', message: 'ANSWER_VERIFIED' }],
    },
    {
      decision: 'HIDE',
      readers: [{ who: 'EVERYBODY', name: null, message: 'POST_HIDDEN' }],
    },
    { decision: 'NOTHING', readers: [] },
  ],
} as unknown as ModerationWholeFragment;

const decide = vi.fn<(decision: DecideModerationItemInput) => Promise<void>>(async () => {});
beforeEach(() => {
  decide.mockReset();
  render(Choices, { item, decide });
});

test('before anything is done it stands there who will read what', async () => {
  await expect.element(page.getByText('Mei Wu, who wrote it')).toBeVisible();
  await expect.element(page.getByText('A moderator stands behind your answer.')).toBeVisible();
  await page.getByRole('button', { name: /^Hide it/ }).click();
  await expect.element(page.getByText('Everybody in the conversation')).toBeVisible();
  await page.getByRole('button', { name: /^Nothing to do/ }).click();
  await expect.element(page.getByText('Nobody is told.')).toBeVisible();
  expect(decide).not.toHaveBeenCalled();
  await expectAccessible();
});

test('by keys alone a post is hidden, with a reason', async () => {
  await userEvent.keyboard('y');
  await expect.element(page.getByLabelText('Why you hide it')).toHaveFocus();
  await userEvent.keyboard('It names a client.{Enter}');
  await expect.poll(() => decide.mock.calls.length).toBe(1);
  expect(decide.mock.calls[0]?.[0]).toMatchObject({
    item: 'mitem_1',
    version: 4,
    decision: 'HIDE',
    reason: 'It names a client.',
  });
});

test('what needs no words is done with its key and Enter', async () => {
  await userEvent.keyboard('.');
  await expect.element(page.getByRole('button', { name: 'Leave it as it is' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => decide.mock.calls[0]?.[0].decision).toBe('NOTHING');
});

test('what is refused is said where it was asked, and nothing that was typed is lost', async () => {
  decide.mockRejectedValueOnce(
    new ApiError({ code: 'INVALID', message: 'say why in a few words', field: 'input.reason' }),
  );
  await userEvent.keyboard('y');
  await userEvent.keyboard('Hm{Enter}');
  await expect.element(page.getByText('Say why in a few words.')).toBeVisible();
  await expect.element(page.getByLabelText('Why you hide it')).toHaveValue('Hm');
});
