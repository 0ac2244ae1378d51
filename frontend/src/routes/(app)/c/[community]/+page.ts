import { CommunityHomeDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(CommunityHomeDoc, { slug: params.community });
  found(loaded.community);
  return { loaded };
}
