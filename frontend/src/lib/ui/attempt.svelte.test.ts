import { beforeEach, expect, test } from 'vitest';
import { ApiError } from '$lib/api';
import { attempt } from './attempt';
import { toasts } from './toasts.svelte';

const refusal = () =>
  Promise.reject(new ApiError({ code: 'CONFLICT', message: 'the channel is archived' }));
const said = () => toasts.list.map(({ text }) => text);

beforeEach(() => toasts.list.forEach(({ id }) => toasts.dismiss(id)));

test('what can be done answers, and nothing is said', async () => {
  expect(await attempt(() => Promise.resolve('the thread'))).toBe('the thread');
  expect(said()).toEqual([]);
});

test('what cannot be done is said once, however often it is tried', async () => {
  expect(await attempt(refusal)).toBeUndefined();
  await attempt(refusal);
  expect(said()).toEqual(['The channel is archived.']);
});

test('what offers undo is said each time', () => {
  const action = { label: 'Undo', run: () => {} };
  toasts.say('The post is deleted.', { action });
  toasts.say('The post is deleted.', { action });
  expect(said()).toHaveLength(2);
});
