import { loadDesk } from '$lib/journeys/load';
import { FOUR_WAYS } from '$lib/journeys/starters';

export async function load({ params, parent, url }) {
  await parent();
  const desk = await loadDesk(params.community);
  const wanted = url.searchParams.get('from');
  return {
    desk,
    from: desk.community?.journeyTemplates.find(({ id }) => id === wanted),
    beginsWithFourWays: url.searchParams.get('begin') === FOUR_WAYS,
  };
}
