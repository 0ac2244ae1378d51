import { error } from '@sveltejs/kit';
import { ModerationQueueDoc, pageData } from '$lib/api';
import { moderates } from '$lib/moderation/moderates.svelte';
import { tabOf } from '$lib/moderation/queue.svelte';

export async function load({ parent, url }) {
  await parent();
  if (!moderates.somewhere) error(403, { message: 'for moderators' });
  const tab = tabOf(url);
  const slug = url.searchParams.get('in');
  const community = moderates.communities.find((each) => each.slug === slug)?.id ?? null;
  const asked = { tab, community, first: 30, after: null };
  return { tab, loaded: await pageData(ModerationQueueDoc, asked) };
}
