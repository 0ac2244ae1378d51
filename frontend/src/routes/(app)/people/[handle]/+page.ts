import { ProfileDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(ProfileDoc, { handle: params.handle });
  found(loaded.person);
  return { loaded };
}
