import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { viewer } from '$lib/identity/viewer.svelte';
import { paths, safeNext } from '$lib/paths';
import { loadWays } from '$lib/sso/load';

export async function load({ parent, url }) {
  await parent();
  const next = safeNext(url.searchParams.get('next'), url.origin) ?? paths.today;
  if (viewer.isSignedIn) redirect(302, resolve(next));
  return { next, ways: await loadWays(url.searchParams) };
}
