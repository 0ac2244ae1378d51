import { PromptsOfDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(PromptsOfDoc, { slug: params.community, first: 30 });
  found(loaded.community);
  return { loaded };
}
