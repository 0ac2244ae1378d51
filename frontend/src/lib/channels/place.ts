import type { ThreadKind } from '$lib/api';
import { paths } from '$lib/paths';

interface InChannel {
  id: string;
  kind?: ThreadKind;
  title?: string;
  channel: { slug: string };
  community: { slug: string; pairOf?: { round: { community: { slug: string } } } | null };
}

/** Where a conversation is read; a question has an address of its own, and a pair talks on its page. */
export function placeOfThread({ id, kind, title = '', channel, community }: InChannel) {
  if (community.pairOf) return paths.pairing(community.pairOf.round.community.slug);
  if (kind === 'QUESTION') return paths.question(community.slug, { id, title });
  return paths.thread(community.slug, channel.slug, id);
}
