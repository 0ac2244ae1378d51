import { loadLink } from '$lib/checkins/load';

export async function load({ params, parent }) {
  await parent();
  return { link: await loadLink(params.token) };
}
