import { loadReaction } from '$lib/pulses/load';

export async function load({ params, parent }) {
  await parent();
  return { link: await loadReaction(params.token) };
}
