import { PromptOfThreadDoc, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

/** What a conversation shows when it is a prompt's: its parts come with it, so that nothing jumps. */
export async function loadAsked(thread: string) {
  const [loaded, parts] = await Promise.all([
    pageData(PromptOfThreadDoc, { id: thread }),
    import('./parts'),
  ]);
  if (loaded.thread?.prompt?.spaced) await speakAlso('series');
  return loaded.thread?.prompt ? { loaded, parts } : undefined;
}

export type LoadedAsked = NonNullable<Awaited<ReturnType<typeof loadAsked>>>;
