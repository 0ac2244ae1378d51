import { ModerationItemDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const node = found((await pageData(ModerationItemDoc, { id: params.item })).node);
  return { item: found('choices' in node ? node : null) };
}
