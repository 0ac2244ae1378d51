import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { viewer } from '$lib/identity/viewer.svelte';
import { paths } from '$lib/paths';

/** Everything in (app) is for people who are signed in and have been welcomed. */
export async function load({ parent, url }) {
  const { failure } = await parent();
  if (failure?.code === 'FACTOR_REQUIRED') redirect(302, resolve(paths.setUpFactor));
  if (failure) error(failure.status, failure);
  if (!viewer.current) redirect(302, resolve(paths.signIn(url.pathname + url.search)));
  if (viewer.lacksFactor) redirect(302, resolve(paths.setUpFactor));
  if (!viewer.current.onboardedAt) redirect(302, resolve(paths.welcome));
}
