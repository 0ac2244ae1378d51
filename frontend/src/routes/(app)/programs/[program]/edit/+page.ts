import { error } from '@sveltejs/kit';
import { ProgramDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const program = found((await pageData(ProgramDoc, { slug: params.program })).program);
  if (!program.viewerCan.edit) error(403, { message: 'for administrators' });
  return { program };
}
