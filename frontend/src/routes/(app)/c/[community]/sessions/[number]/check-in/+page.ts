import { loadSession } from '$lib/sessions/load';

export async function load({ params, parent, url }) {
  await parent();
  return { ...(await loadSession(params)), code: url.searchParams.get('code') ?? undefined };
}
