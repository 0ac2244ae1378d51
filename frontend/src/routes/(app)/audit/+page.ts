import { AuditDoc, pageData } from '$lib/api';
import { viewer } from '$lib/identity/viewer.svelte';
import { askedIn, filterOf } from '$lib/moderation/audit';

export async function load({ parent, url }) {
  await parent();
  const asked = askedIn(url.searchParams);
  const filter = filterOf(asked, viewer.person?.zone ?? 'UTC');
  return { asked, loaded: await pageData(AuditDoc, { first: 40, filter }) };
}
