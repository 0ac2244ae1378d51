import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { viewer } from '$lib/identity/viewer.svelte';
import { paths } from '$lib/paths';

export async function load({ parent }) {
  await parent();
  if (!viewer.isSignedIn) redirect(302, resolve(paths.signIn(paths.welcome)));
}
