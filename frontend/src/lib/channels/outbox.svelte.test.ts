import { afterEach, expect, test, vi } from 'vitest';
import { postBy } from '../../tests/posts';
import { serverDouble } from '../../tests/server';
import { device } from './device';
import { Outbox } from './outbox.svelte';

const server = serverDouble();
const words = { parent: null, root: null, body: 'Until somebody else breathes in.', files: [] };

afterEach(async () => {
  for (const { nonce } of await device.unsent('person_priya')) await device.dropUnsent(nonce);
});

test('a reply shows while it is sent, and gives way to the post', async () => {
  const post = postBy('priya-raman');
  server.answers('CreatePost', () => ({ createPost: post }));
  const onSent = vi.fn();
  const outbox = new Outbox('thread_1', onSent);
  const sending = outbox.send(words);
  expect(outbox.list.map(({ body }) => body)).toEqual([words.body]);
  await sending;
  expect(outbox.list).toEqual([]);
  expect(onSent.mock.calls[0]?.[0]).toMatchObject({ id: post.id });
});

test('without a connection it is kept, and the next visit sends it with the same nonce', async () => {
  const nonces: string[] = [];
  server.answers('CreatePost', ({ input }) => {
    nonces.push(String(input.nonce));
    return { createPost: postBy('priya-raman') };
  });
  const outbox = new Outbox('thread_1', vi.fn());
  server.isDown = true;
  await outbox.send(words);
  const [kept] = outbox.list;
  expect(kept?.problem).toBe('');

  server.isDown = false;
  const onSent = vi.fn();
  await new Outbox('thread_1', onSent).open();
  expect(onSent).toHaveBeenCalledOnce();
  expect(nonces).toEqual([kept?.nonce]);
  expect(await device.unsent('person_priya')).toEqual([]);
});

test('a refusal says why, and the text stays', async () => {
  const locked = () => server.refusal('FORBIDDEN', 'this conversation is locked');
  server.answers('CreatePost', locked);
  const outbox = new Outbox('thread_1', vi.fn());
  await outbox.send(words);
  expect(outbox.list[0]).toMatchObject({
    body: words.body,
    problem: 'This conversation is locked.',
  });
});

test('what waits in another conversation waits there', async () => {
  server.isDown = true;
  await new Outbox('thread_2', vi.fn()).send(words);
  const outbox = new Outbox('thread_1', vi.fn());
  await outbox.open();
  expect(outbox.list).toEqual([]);
});
