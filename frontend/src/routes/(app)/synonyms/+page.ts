import { SynonymsDoc, pageData } from '$lib/api';

export async function load({ parent }) {
  await parent();
  return { loaded: await pageData(SynonymsDoc, {}) };
}
