import { InboxDoc, pageData, type InboxFilter } from '$lib/api';

const FILTERS: Record<string, InboxFilter> = { mentions: 'MENTIONS', following: 'FOLLOWING' };

export async function load({ parent, url }) {
  await parent();
  const filter = FILTERS[url.searchParams.get('filter') ?? ''] ?? 'ALL';
  return { filter, loaded: await pageData(InboxDoc, { first: 20, filter }) };
}
