import { loadRoles } from '$lib/identity/load-accounts';

export async function load({ parent }) {
  await parent();
  return { loaded: await loadRoles() };
}
