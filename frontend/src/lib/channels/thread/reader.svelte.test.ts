import { afterEach, expect, test, vi } from 'vitest';
import { postBy } from '../../../tests/posts';
import { serverDouble } from '../../../tests/server';
import { Conversation } from './conversation.svelte';
import { BATCH_MS, Reader } from './reader.svelte';
import { DWELL_MS } from './reading';

const server = serverDouble();
const cleanUp: (() => void)[] = [];
afterEach(() => cleanUp.splice(0).forEach((run) => run()));

/** Three posts under each other, of which only the first two are on screen. */
function opened() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const marks: number[] = [];
  server.answers('MarkRead', ({ input }) => {
    marks.push(Number(input.through));
    return { markRead: null };
  });
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const conversation = new Conversation('thread_1');
  conversation.posts = [2, 3, 4].map((number) => postBy('mei-wu', { number }));
  conversation.isWhole = true;
  const reader = new Reader(conversation);
  const page = document.body.appendChild(document.createElement('div'));
  const elements = conversation.posts.map((post) => {
    const element = page.appendChild(document.createElement('p'));
    element.style.height = post.number === 3 ? '1500px' : '100px';
    cleanUp.push(reader.watch(post)(element));
    return element;
  });
  cleanUp.push(
    reader.start(1),
    () => page.remove(),
    () => scrollTo(0, 0),
    () => vi.restoreAllMocks(),
    () => vi.useRealTimers(),
  );
  return { reader, marks, elements, posts: conversation.posts };
}

/** Until the browser has told what is on screen. */
const looked = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Somebody looks at the page as it is. */
async function lookFor(ms: number) {
  await looked();
  await vi.advanceTimersByTimeAsync(ms);
}

const LONG_ENOUGH_MS = DWELL_MS + BATCH_MS;

test('what is on screen long enough is told to the server, and nothing more', async () => {
  const { reader, marks } = opened();
  await lookFor(DWELL_MS - 1);
  expect(reader.through).toBe(1);
  await lookFor(LONG_ENOUGH_MS);
  expect(reader.through).toBe(2);
  expect(marks).toEqual([2]);
});

test('what was jumped over stays unread, until it was on screen too', async () => {
  const { reader, marks, elements } = opened();
  elements[2]!.scrollIntoView({ block: 'end' });
  await lookFor(LONG_ENOUGH_MS);
  expect(reader.through).toBe(1);
  scrollTo(0, 0);
  await lookFor(LONG_ENOUGH_MS);
  expect(marks).toEqual([4]);
});

test('leaving tells at once what was read', async () => {
  const { marks } = opened();
  await lookFor(DWELL_MS);
  expect(marks).toEqual([]);
  dispatchEvent(new PageTransitionEvent('pagehide'));
  await vi.advanceTimersByTimeAsync(0);
  expect(marks).toEqual([2]);
});

test('what was marked unread by hand is not read again on this visit', async () => {
  const { reader, marks } = opened();
  reader.rest(1);
  await lookFor(LONG_ENOUGH_MS);
  expect(marks).toEqual([]);
  expect(reader.through).toBe(1);
});
