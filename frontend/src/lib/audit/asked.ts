import type { AuditLogFilter, AuditTopic } from '$lib/api';
import { instantOf } from '$lib/prompts/days';
import { parseDate } from '@internationalized/date';

export const TOPICS = [
  'SIGN_INS',
  'ROLES',
  'REVEALS',
  'EXPORTS',
  'MODERATION',
  'SETTINGS',
  'RECORDS',
] as const satisfies readonly AuditTopic[];

/** What of the log is looked at, as the address says it. */
export interface Asked {
  topic?: AuditTopic;
  words?: string;
  /** Whom it concerns, and where it was: ids. */
  person?: string;
  community?: string;
  /** A day each, as `2026-11-22`. */
  from?: string;
  until?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What an address asks for; what makes no sense asks for nothing. */
export function askedIn(address: URLSearchParams): Asked {
  const text = (name: string) => address.get(name)?.trim() || undefined;
  const day = (name: string) => {
    const given = address.get(name) ?? '';
    return DAY.test(given) && !Number.isNaN(Date.parse(given)) ? given : undefined;
  };
  return {
    topic: TOPICS.find((topic) => topic === address.get('topic')?.toUpperCase()),
    words: text('words'),
    person: text('person'),
    community: text('community'),
    from: day('from'),
    until: day('until'),
  };
}

/** The same for the address. */
export const addressOf = ({ topic, ...rest }: Asked): Record<string, string | undefined> => ({
  topic: topic?.toLowerCase(),
  ...rest,
});

/** The same for the server, with days as they are where the viewer is; the last day is among them. */
export function filterOf(asked: Asked, zone: string): AuditLogFilter {
  const { topic, words, person, community, from, until } = asked;
  const after = until && parseDate(until).add({ days: 1 }).toString();
  return {
    topics: topic ? [topic] : null,
    words: words ?? null,
    person: person ?? null,
    community: community ?? null,
    kind: null,
    object: null,
    from: from ? instantOf(from, '00:00', zone) : null,
    until: after ? instantOf(after, '00:00', zone) : null,
  };
}
