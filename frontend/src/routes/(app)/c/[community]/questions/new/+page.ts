import { loadAsking } from '$lib/questions/load';

export async function load({ params, parent }) {
  await parent();
  return loadAsking(params.community);
}
