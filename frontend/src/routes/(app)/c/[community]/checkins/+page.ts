import { loadCheckIns, viewIn } from '$lib/checkins/load';

export async function load({ params, parent, url }) {
  await parent();
  const view = viewIn(url.searchParams.get('show'));
  return { view, loaded: await loadCheckIns(params.community, view) };
}
