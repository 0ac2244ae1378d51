import { loadLink } from '$lib/pulses/load';

export async function load({ params, parent }) {
  await parent();
  return { link: await loadLink(params.token) };
}
