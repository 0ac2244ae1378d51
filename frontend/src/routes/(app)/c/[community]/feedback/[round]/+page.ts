import { loadRound } from '$lib/feedback/load';

export async function load({ params, parent }) {
  await parent();
  return { loaded: await loadRound(params.round) };
}
