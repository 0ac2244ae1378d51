import { loadForm } from '$lib/checkins/load';

export async function load({ params, parent }) {
  await parent();
  return { checkIn: await loadForm(params.checkIn) };
}
