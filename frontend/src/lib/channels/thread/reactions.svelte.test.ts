import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { ReactionKind } from '$lib/api';
import { expectAccessible } from '../../../tests/axe';
import { postBy } from '../../../tests/posts';
import { serverDouble } from '../../../tests/server';
import { Conversation } from './conversation.svelte';
import Reactions from './Reactions.svelte';

const server = serverDouble();

const given = (kind: ReactionKind, count: number, viewerReacted: boolean) => {
  const reaction = { __typename: 'ReactionCount', kind, count, viewerReacted };
  return reaction;
};

const counted = (helpful: number, viewerReacted = false) => [
  given('HELPFUL', helpful, viewerReacted),
  given('USED_IT', 0, false),
  given('THANK_YOU', 0, false),
];

test('each reaction is a word with its count, and says whether it is given', async () => {
  const onreact = vi.fn();
  render(Reactions, { reactions: counted(11, true), canReact: true, onreact });
  const helpful = page.getByRole('button', { name: 'Helpful 11' });
  await expect.element(helpful).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible();
  await page.getByRole('button', { name: 'Used it' }).click();
  expect(onreact).toHaveBeenCalledWith('USED_IT');
});

test('on an own post the reactions of others are told, not offered', async () => {
  render(Reactions, { reactions: counted(3), canReact: false, onreact: vi.fn() });
  await expect.element(page.getByText('Helpful')).toBeVisible();
  expect(page.getByRole('button').elements()).toHaveLength(0);
  expect(page.getByText('Thank you').elements()).toHaveLength(0);
});

const helpfulIn = (conversation: Conversation) => conversation.posts[0]!.reactions[0]!;

test('a reaction shows before the server answers, and what it answers stands', async () => {
  const post = postBy('mei-wu', { reactions: counted(11) });
  server.answers('React', () => ({ react: { ...post, reactions: counted(14, true) } }));
  const conversation = new Conversation('thread_1');
  conversation.posts = [post];
  const sent = conversation.react(post, 'HELPFUL');
  expect(helpfulIn(conversation)).toMatchObject({ count: 12, viewerReacted: true });
  await sent;
  expect(helpfulIn(conversation)).toMatchObject({ count: 14, viewerReacted: true });
});

test('a reaction that was refused is taken back', async () => {
  const post = postBy('mei-wu', { reactions: counted(11) });
  server.answers('React', () => server.refusal('FORBIDDEN', 'this conversation is locked'));
  const conversation = new Conversation('thread_1');
  conversation.posts = [post];
  await conversation.react(post, 'HELPFUL');
  expect(helpfulIn(conversation)).toMatchObject({ count: 11, viewerReacted: false });
});
