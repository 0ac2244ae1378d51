import { loadPulses, viewIn } from '$lib/pulses/load';

export async function load({ params, parent, url }) {
  await parent();
  const view = viewIn(url.searchParams.get('show'));
  return { view, loaded: await loadPulses(params.community, view) };
}
