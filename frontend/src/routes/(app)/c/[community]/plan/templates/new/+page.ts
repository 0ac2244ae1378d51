import { loadDesk } from '$lib/journeys/load';

export async function load({ params, parent, url }) {
  await parent();
  const desk = await loadDesk(params.community);
  const wanted = url.searchParams.get('from');
  return { desk, from: desk.community?.journeyTemplates.find(({ id }) => id === wanted) };
}
