import { ProgramDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(ProgramDoc, { slug: params.program });
  found(loaded.program);
  return { loaded };
}
