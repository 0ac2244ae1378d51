import { INVITE_FATES, loadInviteList } from '$lib/imports/load-inviting';

export async function load({ params, parent, url }) {
  await parent();
  const asked = url.searchParams.get('show')?.toUpperCase();
  const fate = INVITE_FATES.find((each) => each === asked);
  return { loaded: await loadInviteList(params.list, fate), fate };
}
