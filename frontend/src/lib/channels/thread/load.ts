import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { ThreadDoc, ThreadPostsDoc, found, pageData } from '$lib/api';
import { paths } from '$lib/paths';
import { loadAsked } from '$lib/prompts/load';
import { FIRST_PAGE } from './conversation.svelte';

/** A conversation with its first posts, for a page's `load`. What is not there is a 404. */
export async function loadThread(id: string) {
  const [answer, known] = await Promise.all([
    pageData(ThreadDoc, { id }),
    pageData(ThreadPostsDoc, { id, first: FIRST_PAGE, after: null }),
  ]);
  const thread = found(answer.thread);
  // What was said here went on elsewhere: old links lead there.
  if (thread.movedTo) redirect(302, resolve(paths.go(thread.movedTo.id)));
  const asked = thread.kind === 'PROMPT' ? await loadAsked(id) : undefined;
  const questions = thread.question ? await import('$lib/questions/parts') : undefined;
  return { id, thread, known, asked, questions };
}

export type LoadedThread = Awaited<ReturnType<typeof loadThread>>;
