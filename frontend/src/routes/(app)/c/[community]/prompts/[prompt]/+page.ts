import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { whereIs } from '$lib/channels/where';

/** A prompt is answered in its conversation. */
export async function load({ params, parent }) {
  await parent();
  redirect(302, resolve(await whereIs(params.prompt, null)));
}
