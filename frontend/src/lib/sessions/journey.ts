/** A cohort's way from session to session: where it stands, and what lies between. Pure. */
import type { SessionState } from '$lib/api';

interface Note {
  state: SessionState;
  startsAt: string;
  endsAt: string;
}

export interface Place<Session> {
  /** In the order of time; what was cancelled is not on the way. */
  way: Session[];
  /** The index of the last session that lies behind; -1 before the first. */
  last: number;
  /** The index of the session that goes on, or is the next; the length of the way after the last. */
  next: number;
  /** Whether `next` goes on at this moment. */
  isNow: boolean;
  /** How much of the interlude between the two lies behind, 0 to 1. */
  share: number;
}

const time = (iso: string) => Date.parse(iso);

const isBehind = ({ state, endsAt }: Note, now: number) =>
  state === 'CLOSED' || (state !== 'RUNNING' && time(endsAt) <= now);

const hasBegun = ({ state, startsAt }: Note, now: number) =>
  state === 'PUBLISHED' && time(startsAt) <= now;

export function placeOn<Session extends Note>(
  sessions: readonly Session[],
  now: Date,
): Place<Session> {
  const way = sessions
    .filter(({ state }) => state !== 'CANCELLED')
    .sort((one, other) => time(one.startsAt) - time(other.startsAt));
  const last = way.findLastIndex((session) => isBehind(session, now.getTime()));
  const next = last + 1;
  const [from, to] = [way[last], way[next]];
  const share = from && to ? shareOf(from, to, now.getTime()) : 0;
  const isNow = to !== undefined && (to.state === 'RUNNING' || hasBegun(to, now.getTime()));
  return { way, last, next, isNow, share };
}

/** Where a moment lies between the end of one session and the start of the next. */
export function shareOf(from: Note, to: Note, at: number): number {
  const [begin, end] = [time(from.endsAt), time(to.startsAt)];
  if (end <= begin) return 1;
  return Math.min(1, Math.max(0, (at - begin) / (end - begin)));
}

/** A stretch of the way that fits on a screen, with the present in its middle. */
export function windowOf(count: number, here: number, most: number): [from: number, to: number] {
  const from = Math.max(0, Math.min(here - Math.floor(most / 2), count - most));
  return [from, Math.min(count, from + most)];
}

interface Asked {
  id: string;
  at: string;
}

/**
 * Of what belongs to a session, what looks back on it and what prepares it: by whether it is due (or,
 * without a date, was asked) after it began.
 */
export function sidesOf<Item extends Asked>(items: readonly Item[], { startsAt }: Note) {
  const isAfter = ({ at }: Asked) => time(at) > time(startsAt);
  return { before: items.filter((item) => !isAfter(item)), after: items.filter(isAfter) };
}
