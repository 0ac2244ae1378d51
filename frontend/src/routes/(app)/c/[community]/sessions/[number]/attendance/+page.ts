import { loadDesk } from '$lib/sessions/load';
import { rosterOf } from '$lib/sessions/roster';

export async function load({ params, parent, url }) {
  await parent();
  const desk = await loadDesk(params, 'recordAttendance');
  const members = await rosterOf(params.community);
  return { ...desk, members, part: Number(url.searchParams.get('part')) || 1 };
}
