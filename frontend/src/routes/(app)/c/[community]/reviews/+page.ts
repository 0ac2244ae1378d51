import { ReviewsDueDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(ReviewsDueDoc, { slug: params.community, first: 20, after: null });
  found(loaded.community);
  return { loaded };
}
