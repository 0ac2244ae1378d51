import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { paths } from '$lib/paths';

export async function load({ parent, url }) {
  const { failure } = await parent();
  // Whoever has to set up a second factor first comes to that page alone.
  if (failure?.code === 'FACTOR_REQUIRED') {
    if (url.pathname === paths.setUpFactor) return;
    redirect(302, resolve(paths.setUpFactor));
  }
  if (failure) error(failure.status, failure);
}
