import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { loadDesk } from '$lib/journeys/load';
import { FOUR_WAYS, goingFourWays } from '$lib/journeys/starters';
import { paths } from '$lib/paths';

export async function load({ params, parent, url }) {
  await parent();
  const desk = await loadDesk(params.community);
  const templates = desk.community?.journeyTemplates ?? [];
  const beginsWithFourWays = url.searchParams.get('begin') === FOUR_WAYS;
  // A second set would ask everybody twice: who has one is led to it.
  const there = beginsWithFourWays ? goingFourWays(templates) : undefined;
  if (there) redirect(302, resolve(paths.journeyTemplate(params.community, there.id)));
  const wanted = url.searchParams.get('from');
  return { desk, from: templates.find(({ id }) => id === wanted), beginsWithFourWays };
}
