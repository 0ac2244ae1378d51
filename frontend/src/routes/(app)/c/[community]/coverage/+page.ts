import { error } from '@sveltejs/kit';
import { CoverageDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(CoverageDoc, { slug: params.community });
  if (!found(loaded.community).coverage) error(403, { message: 'for facilitators' });
  return { loaded };
}
