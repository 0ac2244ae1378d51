import { loadPlace } from '$lib/consultations/load';

export async function load({ params, parent, url }) {
  await parent();
  const session = Number(url.searchParams.get('session')) || undefined;
  const objective = url.searchParams.get('objective') ?? undefined;
  return { place: await loadPlace(params.community), session, objective };
}
