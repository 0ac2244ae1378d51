import { AskedInVainDoc, CommunityNavDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const { community } = await pageData(CommunityNavDoc, { slug: params.community });
  const { id, name } = found(community);
  return { here: { id, name }, loaded: await pageData(AskedInVainDoc, { community: id }) };
}
