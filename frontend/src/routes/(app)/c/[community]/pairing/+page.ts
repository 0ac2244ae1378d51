import { loadPairing, viewIn } from '$lib/pairings/load';

export async function load({ params, parent, url }) {
  await parent();
  return {
    view: viewIn(url.searchParams.get('show')),
    loaded: await loadPairing(params.community),
  };
}
