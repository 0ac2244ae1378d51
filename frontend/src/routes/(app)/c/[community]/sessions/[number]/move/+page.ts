import { loadDesk } from '$lib/sessions/load';

export async function load({ params, parent }) {
  await parent();
  return loadDesk(params, 'plan');
}
