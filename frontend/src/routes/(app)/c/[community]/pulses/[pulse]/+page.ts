import { loadPulse } from '$lib/pulses/load';

export async function load({ params, parent }) {
  await parent();
  return { loaded: await loadPulse(params.pulse) };
}
