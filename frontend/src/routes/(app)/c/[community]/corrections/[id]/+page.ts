import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { loadMisconception } from '$lib/misconceptions/load';
import { paths } from '$lib/paths';

export async function load({ params, parent }) {
  await parent();
  const loaded = await loadMisconception(params.id);
  const slug = loaded.community?.slug ?? params.community;
  if (slug !== params.community) redirect(302, resolve(paths.correction(slug, params.id)));
  return { id: params.id, slug, loaded };
}
