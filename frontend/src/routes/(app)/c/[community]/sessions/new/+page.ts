import { error } from '@sveltejs/kit';
import { SessionPlanDoc, found, pageData } from '$lib/api';
import { rosterOf } from '$lib/sessions/roster';

export async function load({ params, parent }) {
  await parent();
  const community = found((await pageData(SessionPlanDoc, { slug: params.community })).community);
  if (!community.viewerCan.edit) error(403, { message: 'for facilitators' });
  return { community, members: community.viewerMembership ? await rosterOf(params.community) : [] };
}
