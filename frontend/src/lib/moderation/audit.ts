import type { AuditFilter, ModerationActKind } from '$lib/api';
import { instantOf } from '$lib/prompts/days';
import { parseDate } from '@internationalized/date';

/** What of the log is looked at, as the address says it. */
export interface Asked {
  person?: string;
  about?: About;
  /** A day each, as `2026-11-22`. */
  from?: string;
  until?: string;
}

/** What was done, by what it was about: more kinds than one wants to choose from. */
export const KINDS = {
  reveals: ['REVEALED_ASKER', 'AUDITED_READERS'],
  words: ['HID', 'DELETED_POST', 'EDITED', 'RETITLED'],
  people: ['MUTED', 'UNMUTED', 'SUSPENDED', 'RESTORED'],
  appeals: ['APPEAL_UPHELD', 'APPEAL_DECLINED'],
  truth: ['VERIFIED', 'UNVERIFIED', 'CORRECTED', 'FOUND_STILL_TRUE', 'MARKED_OBSOLETE'],
  order: [
    'MOVED',
    'LOCKED',
    'UNLOCKED',
    'CONVERTED',
    'SPLIT',
    'MERGED',
    'CLOSED_AS_DUPLICATE',
    'REOPENED',
  ],
  queue: ['APPROVED', 'LEFT', 'ASKED_AUTHOR'],
} as const satisfies Record<string, readonly ModerationActKind[]>;

export type About = keyof typeof KINDS;
export const ABOUTS = Object.keys(KINDS) as About[];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What an address asks for; what makes no sense asks for nothing. */
export function askedIn(address: URLSearchParams): Asked {
  const day = (name: string) => {
    const given = address.get(name) ?? '';
    return DAY.test(given) && !Number.isNaN(Date.parse(given)) ? given : undefined;
  };
  return {
    person: address.get('person') ?? undefined,
    about: ABOUTS.find((each) => each === address.get('about')),
    from: day('from'),
    until: day('until'),
  };
}

/** The same for the server, with days as they are where the viewer is; the last day is among them. */
export function filterOf({ person, about, from, until }: Asked, zone: string): AuditFilter {
  const after = until && parseDate(until).add({ days: 1 }).toString();
  return {
    person: person ?? null,
    kinds: about ? [...KINDS[about]] : null,
    from: from ? instantOf(from, '00:00', zone) : null,
    until: after ? instantOf(after, '00:00', zone) : null,
  };
}
