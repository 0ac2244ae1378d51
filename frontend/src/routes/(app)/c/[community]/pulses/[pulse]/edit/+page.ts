import { loadToChange } from '$lib/pulses/load';

export async function load({ params, parent }) {
  await parent();
  return { pulse: await loadToChange(params.pulse) };
}
