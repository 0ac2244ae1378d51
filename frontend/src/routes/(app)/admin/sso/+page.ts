import { loadProviders } from '$lib/sso/load-providers';

export async function load({ parent, url }) {
  await parent();
  return loadProviders(url.searchParams.get('test'));
}
