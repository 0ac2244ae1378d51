import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { mutate, type ThreadFieldsFragment } from '$lib/api';
import { expectAccessible } from '../../../tests/axe';
import { postBy } from '../../../tests/posts';
import { serverDouble } from '../../../tests/server';
import SplitDialog from './SplitDialog.svelte';

vi.mock('$lib/api', async (original) => ({
  ...(await original<typeof import('$lib/api')>()),
  mutate: vi.fn(async () => ({
    splitThread: {
      id: 'thread_2',
      title: 'Rotas',
      channel: { slug: 'questions' },
      community: { slug: 'autumn' },
    },
  })),
}));
serverDouble();

const thread = {
  id: 'thread_1',
  kind: 'DISCUSSION',
  channel: { id: 'chan_1', slug: 'questions', name: 'Questions' },
  community: { id: 'com_1', slug: 'autumn', name: 'Leading change' },
} as ThreadFieldsFragment;

test('posts are chosen by keyboard, and an answer takes with it what was said to it', async () => {
  const opening = postBy('priya-raman', { number: 1 });
  const answer = postBy('mei-wu', { number: 2 });
  const reply = postBy('jonas-lindqvist', { number: 3, parentId: answer.id });
  const other = postBy('elise-dubois', { number: 4 });
  render(SplitDialog, { thread, posts: [opening, answer, reply, other] });
  await expect.element(page.getByRole('checkbox').first()).toHaveFocus();
  expect(page.getByRole('checkbox').elements()).toHaveLength(3);
  await userEvent.keyboard(' ');
  await expect.element(page.getByText('2 posts chosen')).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{ArrowDown} ');
  await expect.element(page.getByText('3 posts chosen')).toBeVisible();
  await expectAccessible();
  await page.getByLabelText('Title').fill('Rotas');
  await page.getByRole('button', { name: 'Move 3 posts' }).click();
  await expect
    .poll(() => vi.mocked(mutate).mock.calls[0]?.[1])
    .toMatchObject({
      input: { posts: [answer.id, reply.id, other.id], title: 'Rotas', kind: 'DISCUSSION' },
    });
});
