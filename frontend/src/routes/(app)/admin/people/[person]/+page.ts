import { loadAccount } from '$lib/identity/load-accounts';

export async function load({ parent, params }) {
  await parent();
  return { loaded: await loadAccount(params.person) };
}
