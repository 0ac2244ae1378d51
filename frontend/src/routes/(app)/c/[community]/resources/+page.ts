import { ResourcesDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(ResourcesDoc, { slug: params.community, first: 30, after: null });
  found(loaded.community);
  return { loaded };
}
