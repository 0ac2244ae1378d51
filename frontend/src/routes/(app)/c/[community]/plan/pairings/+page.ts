import { loadBoard } from '$lib/pairings/load';

export async function load({ params, parent }) {
  await parent();
  return { loaded: await loadBoard(params.community) };
}
