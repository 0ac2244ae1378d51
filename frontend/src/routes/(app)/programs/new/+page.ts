import { error } from '@sveltejs/kit';
import { viewer } from '$lib/identity/viewer.svelte';

export async function load({ parent }) {
  await parent();
  if (!viewer.current?.isAdministrator) error(403, { message: 'for administrators' });
}
