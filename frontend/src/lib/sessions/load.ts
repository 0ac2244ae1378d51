import { error } from '@sveltejs/kit';
import { SessionDoc, found, pageData, type SessionQuery } from '$lib/api';

interface Address {
  community: string;
  number: string;
}

/** The session of an address; a number that is none leads nowhere. */
export async function loadSession({ community: slug, number: text }: Address) {
  const number = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : found<number | null>(null);
  const loaded = await pageData(SessionDoc, { slug, number });
  found(loaded.community?.session);
  return { loaded, number };
}

type May = NonNullable<NonNullable<SessionQuery['community']>['session']>['viewerCan'];

/** The same for a page of those who may do something with it. */
export async function loadDesk(params: Address, right: keyof May) {
  const { loaded, number } = await loadSession(params);
  const community = loaded.community!;
  const session = community.session!;
  if (!session.viewerCan[right]) error(403, { message: 'for who leads' });
  return { loaded, number, community, session };
}
