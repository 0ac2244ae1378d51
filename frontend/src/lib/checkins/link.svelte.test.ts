import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { mutate } from '$lib/api';
import { expectAccessible } from '../../tests/axe';
import LinkPage from './LinkPage.svelte';

vi.mock('$lib/api', async (original) => ({
  ...(await original<typeof import('$lib/api')>()),
  mutate: vi.fn(),
}));

beforeEach(() => {
  vi.mocked(mutate).mockReset();
});

const link = (saved: object[] = []) =>
  ({
    state: 'READY',
    title: 'Two weeks on',
    communityName: 'Autumn cohort',
    personName: 'Priya',
    closesAt: '2026-12-09T08:00:00Z',
    questions: [
      {
        id: 'question_1',
        kind: 'SCALE',
        words: 'How often did you try it?',
        options: ['never', 'once', 'often'],
        visibility: 'COHORT',
        optional: false,
        commitment: null,
      },
    ],
    saved,
  }) as never;

test('what is chosen by a link is kept at once, and the link stays', async () => {
  vi.mocked(mutate).mockResolvedValue({ saveCheckInByLink: { saved: true, state: 'READY' } });
  render(LinkPage, { link: link(), token: 'token_1' });
  await page.getByRole('radio', { name: 'once' }).click();
  await expect.poll(() => vi.mocked(mutate).mock.calls.length).toBe(1);
  expect(vi.mocked(mutate).mock.calls[0]?.[1]).toEqual({
    input: { token: 'token_1', answers: [{ question: 'question_1', text: '', choice: 1 }] },
  });
  await expect.element(page.getByText(/Kept at/)).toBeVisible();
  await expectAccessible();
});

test('what was kept before is there when the page is opened again', async () => {
  render(LinkPage, {
    link: link([{ question: 'question_1', text: '', choice: 2 }]),
    token: 'token_1',
  });
  await expect.element(page.getByRole('radio', { name: 'often' })).toBeChecked();
  expect(mutate).not.toHaveBeenCalled();
});

test('a link that opens nothing any more says so as soon as something is to be kept', async () => {
  vi.mocked(mutate).mockResolvedValue({ saveCheckInByLink: { saved: false, state: 'USED' } });
  render(LinkPage, { link: link(), token: 'token_1' });
  await page.getByRole('radio', { name: 'once' }).click();
  await expect.element(page.getByText('You have answered already')).toBeVisible();
});

test('who has answered by a link reads what holds', async () => {
  vi.mocked(mutate).mockResolvedValue({
    answerCheckInByLink: {
      sent: true,
      page: { state: 'USED' },
      holds: [{ question: 'question_1', holds: 'Make disagreeing safe.' }],
    },
  });
  render(LinkPage, {
    link: link([{ question: 'question_1', text: '', choice: 2 }]),
    token: 'token_1',
  });
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.element(page.getByText('Make disagreeing safe.')).toBeVisible();
  await expect.element(page.getByText('How often did you try it?')).toBeVisible();
  await expectAccessible();
});
