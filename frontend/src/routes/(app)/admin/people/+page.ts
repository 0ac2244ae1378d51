import { askedIn, loadAccounts } from '$lib/identity/load-accounts';

export async function load({ parent, url }) {
  await parent();
  const asked = askedIn(url);
  return { asked, loaded: await loadAccounts(asked) };
}
