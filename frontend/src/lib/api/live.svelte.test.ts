import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { serverDouble } from '../../tests/server';
import { CommunityLiveDoc, live, liveQuery, refresh, ViewerDoc } from '.';
import { client } from './client';

const server = serverDouble();

test('who loses the network keeps what they read, and is told', async () => {
  let viewer!: ReturnType<typeof liveQuery<{ server: { name: string } }, Record<string, never>>>;
  const close = $effect.root(() => {
    viewer = liveQuery(ViewerDoc, () => ({}));
  });
  flushSync();
  await expect.poll(() => viewer.data?.server.name).toBe('Interlude');
  await expect.poll(() => viewer.isFetching).toBe(false);

  server.isDown = true;
  refresh(ViewerDoc, {});
  await expect.poll(() => viewer.error?.code).toBe('OFFLINE');
  expect(viewer.data?.server.name).toBe('Interlude');

  server.isDown = false;
  refresh(ViewerDoc, {});
  await expect.poll(() => viewer.error).toBeUndefined();
  close();
});

test('a page listens on while it is told the same anew, and anew to something else', () => {
  const unsubscribe = vi.fn();
  const subscription = vi
    .spyOn(client, 'subscription')
    .mockReturnValue({ subscribe: () => ({ unsubscribe }) } as never);
  let community = $state.raw({ id: 'community_1' });
  const close = $effect.root(() => live(CommunityLiveDoc, () => ({ in: community.id })));
  flushSync();
  community = { id: 'community_1' };
  flushSync();
  expect(subscription).toHaveBeenCalledTimes(1);
  expect(unsubscribe).not.toHaveBeenCalled();
  community = { id: 'community_2' };
  flushSync();
  expect(subscription).toHaveBeenCalledTimes(2);
  expect(unsubscribe).toHaveBeenCalledTimes(1);
  close();
  subscription.mockRestore();
});
