import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { ThreadDoc, ThreadPostsDoc, found, pageData } from '$lib/api';
import { FIRST_PAGE } from '$lib/channels/thread/conversation.svelte';
import { paths } from '$lib/paths';

export async function load({ params, parent, url }) {
  await parent();
  const { thread: id, channel, community } = params;
  const [answer, known] = await Promise.all([
    pageData(ThreadDoc, { id }),
    pageData(ThreadPostsDoc, { id, first: FIRST_PAGE, after: null }),
  ]);
  const thread = found(answer.thread);
  if (thread.channel.slug !== channel || thread.community.slug !== community) {
    const now = resolve(paths.thread(thread.community.slug, thread.channel.slug, id));
    redirect(302, now + url.search);
  }
  return { id, thread, known };
}
