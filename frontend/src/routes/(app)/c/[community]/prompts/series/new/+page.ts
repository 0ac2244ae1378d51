import { loadPlace } from '$lib/prompts/series/load';

export async function load({ params, parent, url }) {
  await parent();
  const session = Number(url.searchParams.get('session')) || undefined;
  return { place: await loadPlace(params.community), session };
}
