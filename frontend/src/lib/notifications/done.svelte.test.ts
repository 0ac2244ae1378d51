import { beforeEach, expect, test, vi } from 'vitest';
import { mutate, type WaitingFragment } from '$lib/api';
import { toasts } from '$lib/ui/toasts.svelte';
import { done } from './done.svelte';

vi.mock('$lib/api', async (original) => ({
  ...(await original<typeof import('$lib/api')>()),
  mutate: vi.fn(async () => ({})),
}));

const item = (id: string) => ({ id, thread: { title: id } }) as WaitingFragment;
const asked = () =>
  vi.mocked(mutate).mock.calls.map(([, variables]) => (variables as { input: unknown }).input);

beforeEach(() => {
  vi.mocked(mutate).mockClear();
  toasts.list = [];
});

test('what is done can be put back from where it is said', async () => {
  await done.mark(item('silence'));
  expect(toasts.list[0]?.text).toBe('“silence” is dealt with.');
  toasts.list[0]?.action?.run();
  expect(asked()).toEqual([
    { item: 'silence', done: true },
    { item: 'silence', done: false },
  ]);
});

test('the key puts back the last first, and then the one before', async () => {
  await done.mark(item('rota'));
  await done.mark(item('map'));
  await done.undoLast();
  await done.undoLast();
  await done.undoLast();
  expect(asked().slice(2)).toEqual([
    { item: 'map', done: false },
    { item: 'rota', done: false },
  ]);
});

test('what the server refuses is not done, and is said', async () => {
  vi.mocked(mutate).mockRejectedValueOnce(new Error('no way there'));
  await done.mark(item('rota'));
  expect(toasts.list.map(({ tone }) => tone)).toEqual(['problem']);
  await done.undoLast();
  expect(asked()).toHaveLength(1);
});
