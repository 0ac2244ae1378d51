import { loadProvider } from '$lib/sso/load-providers';

export async function load({ parent, params }) {
  await parent();
  return loadProvider(params.provider);
}
