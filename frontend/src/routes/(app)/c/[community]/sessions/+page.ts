import { SessionsDoc, found, pageData } from '$lib/api';
import { PAGE } from '$lib/sessions/live';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(SessionsDoc, { slug: params.community, first: PAGE });
  found(loaded.community);
  return { loaded };
}
