import { loadToChange } from '$lib/feedback/load';

export async function load({ params, parent }) {
  await parent();
  return { round: await loadToChange(params.round) };
}
