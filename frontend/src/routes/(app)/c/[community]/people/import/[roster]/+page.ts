import { RosterLinesDoc, found, pageData } from '$lib/api';
import { FATES } from '$lib/imports/rosters';

export async function load({ params, parent, url }) {
  await parent();
  const asked = url.searchParams.get('show')?.toUpperCase();
  const fate = FATES.find((each) => each === asked);
  const { node } = await pageData(RosterLinesDoc, { id: params.roster, first: 100, fate });
  return { loaded: found(node && 'lines' in node ? node : null), fate };
}
