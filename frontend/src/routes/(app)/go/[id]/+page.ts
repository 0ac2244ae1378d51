import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { whereIs } from '$lib/channels/where';

/** `/go/post_…`: wherever the thing is now. Links in posts, letters and search lead through here. */
export async function load({ params, parent, url }) {
  await parent();
  redirect(302, resolve(await whereIs(params.id, url.searchParams.get('draft'))));
}
