import { SessionPlanDoc, found, pageData } from '$lib/api';
import { loadDesk } from '$lib/sessions/load';
import { rosterOf } from '$lib/sessions/roster';

export async function load({ params, parent }) {
  await parent();
  const { session } = await loadDesk(params, 'plan');
  const community = found((await pageData(SessionPlanDoc, { slug: params.community })).community);
  return {
    session,
    community,
    members: community.viewerMembership ? await rosterOf(params.community) : [],
  };
}
