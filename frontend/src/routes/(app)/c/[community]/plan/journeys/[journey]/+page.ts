import { error } from '@sveltejs/kit';
import { found } from '$lib/api';
import { loadDesk } from '$lib/journeys/load';

export async function load({ params, parent }) {
  await parent();
  const desk = await loadDesk(params.community);
  const journey = found(desk.community?.journeys.find(({ id }) => id === params.journey));
  if (!journey.viewerCanEdit) error(403, { message: 'for facilitators' });
  return { desk, journey };
}
