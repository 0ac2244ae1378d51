/**
 * Where things are. Every address inside the app is made here and given to `resolve()`:
 * `href={resolve(paths.channel(community.slug, channel.slug))}`.
 */
import type { Pathname } from '$app/types';

export type Place = Pathname;

/** Paths that the server hands out (`Post.path`, `Suggestion.path`) are places of this app too. */
export const place = (path: string) => path as Place;

export const paths = {
  today: place('/today'),
  inbox: place('/inbox'),
  drafts: place('/drafts'),
  search: (query?: string) => place(query ? `/search?q=${encodeURIComponent(query)}` : '/search'),
  settings: (page = 'profile') => place(`/settings/${page}`),
  person: (handle: string) => place(`/people/${handle}`),
  signIn: (next?: string) => place(next ? `/signin?next=${encodeURIComponent(next)}` : '/signin'),
  forgot: place('/forgot'),
  welcome: place('/welcome'),
  community: (community: string) => place(`/c/${community}`),
  people: (community: string) => place(`/c/${community}/people`),
  channels: (community: string) => place(`/c/${community}/channels`),
  channel: (community: string, channel: string) => place(`/c/${community}/channels/${channel}`),
  thread: (community: string, channel: string, thread: string) =>
    place(`/c/${community}/channels/${channel}/${thread}`),
};

/** `next=` of the sign-in page: only a path of this origin, or nothing. */
export function safeNext(next: string | null, origin: string): Place | undefined {
  if (!next?.startsWith('/') || next.startsWith('//')) return undefined;
  const url = URL.parse(next, origin);
  if (url?.origin !== origin) return undefined;
  return place(url.pathname + url.search + url.hash);
}
