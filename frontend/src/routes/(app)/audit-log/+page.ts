import { AuditLogDoc, pageData } from '$lib/api';
import { askedIn, filterOf } from '$lib/audit/asked';
import { speakAlso } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';

export async function load({ parent, url }) {
  await parent();
  const asked = askedIn(url.searchParams);
  const filter = filterOf(asked, viewer.person?.zone ?? 'UTC');
  const [loaded] = await Promise.all([
    pageData(AuditLogDoc, { first: 40, filter }),
    speakAlso('audit'),
  ]);
  return { asked, loaded };
}
