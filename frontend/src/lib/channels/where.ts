import type { WhereIsQuery } from '$lib/api';
import { paths, place, type Place } from '$lib/paths';

type Thing = NonNullable<WhereIsQuery['node']>;

/**
 * The page on which a thing is shown; undefined for what has none. `draft` is the key of a draft to
 * go on with there.
 */
export function whereIs(thing: Thing, draft: string | null): Place | undefined {
  const more = draft ? `?draft=${encodeURIComponent(draft)}` : '';
  if ('handle' in thing) return paths.person(thing.handle);
  if ('thread' in thing) {
    const { community, channel, id } = thing.thread;
    const path = paths.thread(community.slug, channel.slug, id);
    return place(path + (more || `?post=${thing.id}`));
  }
  if ('channel' in thing) {
    const { community, channel, id } = thing;
    return place(paths.thread(community.slug, channel.slug, id) + more);
  }
  if ('community' in thing) {
    const { community, slug } = thing;
    return draft
      ? paths.newConversation(community.slug, slug)
      : paths.channel(community.slug, slug);
  }
  return 'slug' in thing ? paths.community(thing.slug) : undefined;
}
