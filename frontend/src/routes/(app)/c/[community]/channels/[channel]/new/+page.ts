import { error } from '@sveltejs/kit';
import { ChannelDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const { community } = await pageData(ChannelDoc, params);
  const channel = found(community?.channel);
  if (!channel.viewerCan.post) error(403, { message: 'not open to you' });
  return { community: found(community), channel };
}
