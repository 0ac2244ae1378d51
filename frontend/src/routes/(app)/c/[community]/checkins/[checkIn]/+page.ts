import { loadBoard } from '$lib/checkins/load';

export async function load({ params, parent }) {
  await parent();
  return { loaded: await loadBoard(params.checkIn) };
}
