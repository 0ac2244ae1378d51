import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { serverDouble } from '../../tests/server';
import { liveQuery, refresh, ViewerDoc } from '.';

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
