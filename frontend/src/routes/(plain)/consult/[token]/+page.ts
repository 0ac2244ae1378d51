import { loadLink } from '$lib/consultations/load';

export async function load({ params, parent }) {
  await parent();
  return { link: await loadLink(params.token) };
}
