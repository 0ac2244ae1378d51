import { found } from '$lib/api';
import { loadDesk } from '$lib/journeys/load';

export async function load({ params, parent }) {
  await parent();
  const desk = await loadDesk(params.community);
  const template = found(desk.community?.journeyTemplates.find(({ id }) => id === params.template));
  return { desk, template };
}
