import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { mutate } from '$lib/api';
import { expectAccessible } from '../../tests/axe';
import FlagDialog from './FlagDialog.svelte';

vi.mock('$lib/api', async (original) => ({
  ...(await original<typeof import('$lib/api')>()),
  mutate: vi.fn(async () => ({})),
}));

test('who reports says what is not right, and may say what holds; only where there is something to know', async () => {
  render(FlagDialog, { post: 'post_1', author: 'Elise Dubois' });
  const dialog = page.getByRole('dialog', { name: 'Report what Elise Dubois wrote' });
  await expect.element(dialog).toBeVisible();
  await expectAccessible();
  await page.getByLabelText('What holds instead').fill('A loss wants to be named.');
  await page.getByRole('radio', { name: 'Unkind' }).click();
  await expect.element(page.getByLabelText('What holds instead')).not.toBeInTheDocument();
  await page.getByRole('radio', { name: 'Factually wrong' }).click();
  await page.getByRole('button', { name: 'Report to the moderators' }).click();
  await expect.poll(() => vi.mocked(mutate).mock.calls.length).toBe(1);
  expect(vi.mocked(mutate).mock.calls[0]?.[1]).toEqual({
    input: {
      post: 'post_1',
      reason: 'FACTUALLY_WRONG',
      note: null,
      proposal: 'A loss wants to be named.',
    },
  });
});

test('a reason that is none of these needs words', async () => {
  vi.mocked(mutate).mockClear();
  render(FlagDialog, { post: 'post_1' });
  await page.getByRole('radio', { name: 'Something else' }).click();
  await page.getByRole('button', { name: 'Report to the moderators' }).click();
  expect(mutate).not.toHaveBeenCalled();
  await page.getByLabelText('What the moderators should know').fill('It is about somebody else.');
  await userEvent.tab();
  await page.getByRole('button', { name: 'Report to the moderators' }).click();
  await expect.poll(() => vi.mocked(mutate).mock.calls.length).toBe(1);
});
