import { error } from '@sveltejs/kit';
import { RostersDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(RostersDoc, { slug: params.community, first: 20 });
  const community = found(loaded.community);
  if (!community.viewerCan.importRoster) error(403, { message: 'for administrators' });
  return { loaded };
}
