import { loadTokens } from '$lib/identity/load-tokens';

export async function load({ parent }) {
  await parent();
  return { loaded: await loadTokens() };
}
