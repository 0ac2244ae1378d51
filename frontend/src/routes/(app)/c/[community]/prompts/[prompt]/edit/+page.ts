import { error } from '@sveltejs/kit';
import { PromptToEditDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const answer = await pageData(PromptToEditDoc, { slug: params.community, id: params.prompt });
  const prompt = found(answer.prompt);
  if (!prompt.viewerCan.edit) error(403, { message: 'for facilitators' });
  return { community: found(answer.community), prompt };
}
