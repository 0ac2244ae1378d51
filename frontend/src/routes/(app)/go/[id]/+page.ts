import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { WhereIsDoc, found, pageData } from '$lib/api';
import { whereIs } from '$lib/channels/where';

/** `/go/post_…`: wherever the thing is now. Links in posts, letters and search lead through here. */
export async function load({ params, parent, url }) {
  await parent();
  const { node } = await pageData(WhereIsDoc, { id: params.id });
  const path = whereIs(found(node), url.searchParams.get('draft'));
  if (!path) error(404, { message: 'not found' });
  redirect(302, resolve(path));
}
