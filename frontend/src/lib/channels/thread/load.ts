import { ThreadDoc, ThreadPostsDoc, found, pageData } from '$lib/api';
import { FIRST_PAGE } from './conversation.svelte';

/** A conversation with its first posts, for a page's `load`. What is not there is a 404. */
export async function loadThread(id: string) {
  const [answer, known] = await Promise.all([
    pageData(ThreadDoc, { id }),
    pageData(ThreadPostsDoc, { id, first: FIRST_PAGE, after: null }),
  ]);
  return { id, thread: found(answer.thread), known };
}

export type LoadedThread = Awaited<ReturnType<typeof loadThread>>;
