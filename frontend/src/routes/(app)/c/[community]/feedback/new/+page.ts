import { loadPlace } from '$lib/feedback/load';

export async function load({ params, parent, url }) {
  await parent();
  const session = Number(url.searchParams.get('session')) || undefined;
  return { place: await loadPlace(params.community), session };
}
