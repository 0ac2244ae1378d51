import { error } from '@sveltejs/kit';
import { SharingDoc, found, pageData } from '$lib/api';
import { maySay } from '$lib/questions/sharing';

export async function load({ params, parent, url }) {
  await parent();
  const loaded = await pageData(SharingDoc, { slug: params.community });
  if (!maySay(found(loaded.community))) error(403, { message: 'for who writes here' });
  const session = Number(url.searchParams.get('session')) || undefined;
  return { loaded, session };
}
