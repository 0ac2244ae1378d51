import { loadAllExports } from '$lib/privacy/load-exports';

export async function load({ parent }) {
  await parent();
  return { loaded: await loadAllExports() };
}
