import { InboxDoc, pageData } from '$lib/api';
import { SHOWN } from '$lib/notifications/inbox';

export async function load({ parent, url }) {
  await parent();
  const asked = url.searchParams.get('filter')?.toUpperCase();
  const filter = SHOWN.find((show) => show === asked) ?? 'ALL';
  const conversations = filter === 'NOTICES' ? 'ALL' : filter;
  return { filter, loaded: await pageData(InboxDoc, { first: 20, filter: conversations }) };
}
