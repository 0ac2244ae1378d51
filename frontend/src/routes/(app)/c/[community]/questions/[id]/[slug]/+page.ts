import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { loadThread } from '$lib/channels/thread/load';
import { placeOfThread } from '$lib/channels/place';

export async function load({ params, parent, url }) {
  await parent();
  const loaded = await loadThread(params.id);
  const now = resolve(placeOfThread(loaded.thread));
  // Another title, another community, or no question any more: it is where it is now.
  if (now !== url.pathname) redirect(302, now + url.search);
  return loaded;
}
