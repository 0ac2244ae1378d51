import { loadNew } from '$lib/sso/load-providers';

export async function load({ parent }) {
  await parent();
  return loadNew();
}
