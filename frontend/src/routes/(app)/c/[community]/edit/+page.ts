import { error } from '@sveltejs/kit';
import { CommunityEditDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const community = found((await pageData(CommunityEditDoc, { slug: params.community })).community);
  if (!community.viewerCan.edit) error(403, { message: 'for facilitators' });
  return { community };
}
