import { loadSeries } from '$lib/prompts/series/load';

export async function load({ params, parent }) {
  await parent();
  return { loaded: await loadSeries(params.series) };
}
