import { PreWorkDoc, found, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  const loaded = await pageData(PreWorkDoc, { id: params.preWork });
  found(loaded.preWork);
  return { loaded };
}
