import { error } from '@sveltejs/kit';
import { CommunityPlanDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const community = found((await pageData(CommunityPlanDoc, { slug: params.community })).community);
  if (!community.viewerCan.edit) error(403, { message: 'for facilitators' });
  return { loaded: community };
}
