import { ThreadDoc, ThreadPostsDoc, found, pageData } from '$lib/api';
import { loadAsked } from '$lib/prompts/load';
import { FIRST_PAGE } from './conversation.svelte';

/** A conversation with its first posts, for a page's `load`. What is not there is a 404. */
export async function loadThread(id: string) {
  const [answer, known] = await Promise.all([
    pageData(ThreadDoc, { id }),
    pageData(ThreadPostsDoc, { id, first: FIRST_PAGE, after: null }),
  ]);
  const thread = found(answer.thread);
  const asked = thread.kind === 'PROMPT' ? await loadAsked(id) : undefined;
  return { id, thread, known, asked };
}

export type LoadedThread = Awaited<ReturnType<typeof loadThread>>;
