import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { whereIs } from '$lib/channels/where';

/** An address whose end was lost on the way leads to the whole one. */
export async function load({ params, parent }) {
  await parent();
  redirect(302, resolve(await whereIs(params.id, null)));
}
