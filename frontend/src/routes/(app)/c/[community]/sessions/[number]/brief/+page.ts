import { error } from '@sveltejs/kit';
import { BriefDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const number = Number(params.number);
  if (!Number.isSafeInteger(number) || number < 1) error(404, { message: 'not found' });
  const loaded = await pageData(BriefDoc, { slug: params.community, number });
  const session = found(loaded.community?.session);
  if (!session.brief) error(403, { message: 'for facilitators' });
  return { loaded, number };
}
