import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { loadThread } from '$lib/channels/thread/load';
import { paths } from '$lib/paths';

export async function load({ params, parent, url }) {
  await parent();
  const { thread: id, channel, community } = params;
  const loaded = await loadThread(id);
  const { thread } = loaded;
  if (thread.channel.slug !== channel || thread.community.slug !== community) {
    const now = resolve(paths.thread(thread.community.slug, thread.channel.slug, id));
    redirect(302, now + url.search);
  }
  return loaded;
}
