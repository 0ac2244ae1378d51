import { ChannelDoc, found, pageData } from '$lib/api';

export async function load({ params, parent, url }) {
  await parent();
  const id = url.searchParams.get('beside');
  const [{ community }, beside] = await Promise.all([
    pageData(ChannelDoc, params),
    // The code of conversations comes with the first one that is opened beside the list.
    id ? import('$lib/channels/thread/load').then(({ loadThread }) => loadThread(id)) : undefined,
  ]);
  found(community?.channel);
  return { beside };
}
