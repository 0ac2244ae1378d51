import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { loadThread } from '$lib/channels/thread/load';
import { placeOfThread } from '$lib/channels/place';

export async function load({ params, parent, url }) {
  await parent();
  const loaded = await loadThread(params.thread);
  const now = resolve(placeOfThread(loaded.thread));
  // It was moved, or is a question, which has an address of its own.
  if (now !== url.pathname) redirect(302, now + url.search);
  return loaded;
}
