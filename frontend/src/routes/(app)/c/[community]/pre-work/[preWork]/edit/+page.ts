import { error } from '@sveltejs/kit';
import { PreWorkToEditDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const answer = await pageData(PreWorkToEditDoc, { slug: params.community, id: params.preWork });
  const preWork = found(answer.preWork);
  if (!preWork.viewerCan.edit) error(403, { message: 'for facilitators' });
  return { community: found(answer.community), preWork };
}
