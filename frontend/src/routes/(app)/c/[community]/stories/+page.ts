import { StoriesDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(StoriesDoc, { slug: params.community, first: 30, after: null });
  found(loaded.community);
  return { loaded };
}
