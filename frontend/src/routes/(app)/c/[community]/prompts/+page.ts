import { PromptsOfDoc, found, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

export async function load({ params, parent }) {
  await parent();
  const [loaded] = await Promise.all([
    pageData(PromptsOfDoc, { slug: params.community, first: 30 }),
    speakAlso('series'),
  ]);
  found(loaded.community);
  return { loaded };
}
