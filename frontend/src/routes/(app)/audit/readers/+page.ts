import { AuditedCorrectionsDoc, pageData } from '$lib/api';

export async function load({ parent }) {
  await parent();
  return { loaded: await pageData(AuditedCorrectionsDoc, { first: 30 }) };
}
