import { ChannelsDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  found((await pageData(ChannelsDoc, { community: params.community })).community);
}
