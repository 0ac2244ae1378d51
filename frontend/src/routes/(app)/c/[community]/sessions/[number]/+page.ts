import { loadSession } from '$lib/sessions/load';

export async function load({ params, parent }) {
  await parent();
  return loadSession(params);
}
