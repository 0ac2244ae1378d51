import { ChannelDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  found((await pageData(ChannelDoc, params)).community?.channel);
}
