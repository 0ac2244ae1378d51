import { ModerationDeskDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(ModerationDeskDoc, {
    slug: params.community,
    first: 40,
    after: null,
  });
  found(loaded.community);
  return { loaded };
}
