import { error } from '@sveltejs/kit';
import { CommunityPlanDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const community = found((await pageData(CommunityPlanDoc, { slug: params.community })).community);
  // An archived cohort is edited no more, and runs again all the same.
  const { edit, cloneCohort } = community.viewerCan;
  if (!edit && !cloneCohort) error(403, { message: 'for facilitators' });
  return { loaded: community };
}
