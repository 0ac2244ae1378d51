/** What is asked, read or done between sessions, whatever it is. */
import { resolve } from '$app/paths';
import type {
  SessionCheckInFragment,
  SessionPreWorkFragment,
  SessionPromptFragment,
  SessionPulseFragment,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { paths, place } from '$lib/paths';
import { dueInWords } from '$lib/prompts/words';
import { minutesInWords } from './when';

export interface Work {
  id: string;
  kind: 'prompt' | 'preWork' | 'checkIn' | 'pulse' | 'consultation' | 'pair';
  title: string;
  /** When it is due; without a date, when it was asked. */
  at: string;
  dueAt?: string | null;
  minutes?: number | null;
  isDone: boolean;
  isExpected: boolean;
  isLate: boolean;
  /** Already resolved. */
  href: string;
  /** How many have done it, where that is told. */
  count?: string;
}

/** What is asked after a session, without a conversation around it. */
interface AskedAfter {
  checkIns?: readonly SessionCheckInFragment[];
  pulses?: readonly SessionPulseFragment[];
}

interface Given extends AskedAfter {
  prompts: readonly SessionPromptFragment[];
  preWork: readonly SessionPreWorkFragment[];
}

const isStanding = ({ withdrawnAt }: { withdrawnAt?: string | null }) => !withdrawnAt;

const asked = (prompt: SessionPromptFragment): Work => ({
  ...prompt,
  kind: 'prompt',
  at: prompt.dueAt ?? prompt.postedAt,
  isDone: prompt.isAnswered,
  href: resolve(place(prompt.path)),
  count: t('prompt-answered-of', { count: prompt.answerCount, all: prompt.expectedCount }),
});

const given = (work: SessionPreWorkFragment): Work => ({
  ...work,
  kind: 'preWork',
  at: work.dueAt ?? work.openedAt,
  href: resolve(paths.go(work.id)),
  count: t('pre-work-done-of', { count: work.doneCount, all: work.expectedCount }),
});

const isOpened = ({ state }: { state: string }) => state === 'OPEN' || state === 'CLOSED';

const checkIn = (each: SessionCheckInFragment): Work => {
  const { id, community, closesAt, isWaiting } = each;
  const show = isWaiting ? paths.answerCheckIn : paths.checkInBoard;
  const isDone = ['SENT', 'LATE'].includes(each.viewerResponse?.state ?? '');
  return {
    ...each,
    kind: 'checkIn',
    at: closesAt,
    dueAt: closesAt,
    isDone,
    isExpected: isWaiting || isDone,
    isLate: false,
    href: resolve(show(community.slug, id)),
    count: t('check-in-sent', { count: each.sentCount, of: each.expectedCount }),
  };
};

const pulse = (each: SessionPulseFragment): Work => {
  const { id, community, closesAt, isWaiting } = each;
  const show = isWaiting ? paths.answerPulse : paths.pulse;
  const isDone = each.viewerState === 'ANSWERED';
  return {
    ...each,
    kind: 'pulse',
    at: closesAt,
    dueAt: closesAt,
    isDone,
    isExpected: isWaiting || isDone,
    isLate: false,
    href: resolve(show(community.slug, id)),
  };
};

/** Everything that belongs to a session and still stands, the first to be due first. */
export const workOf = ({ prompts, preWork, checkIns = [], pulses = [] }: Given): Work[] =>
  inOrder([
    ...prompts.filter(isStanding).map(asked),
    ...preWork.filter(isStanding).map(given),
    ...checkIns.filter(isOpened).map(checkIn),
    ...pulses.filter(isOpened).map(pulse),
  ]);

/** In the order of time. */
export const inOrder = (works: readonly Work[]) =>
  [...works].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));

/** "Late · Due Tuesday 28 October, 09:00 · 10 min · 14 of 24 have answered" */
export function workInWords({ dueAt, minutes, count, isLate }: Work): string {
  return [
    isLate && t('is-late'),
    dueAt && dueInWords(dueAt),
    minutes && minutesInWords(minutes),
    count,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How many minutes of what is asked of somebody are still before them. */
export const minutesLeft = (works: readonly Work[]) =>
  works.reduce(
    (sum, { isExpected, isDone, minutes }) => sum + (isExpected && !isDone ? (minutes ?? 0) : 0),
    0,
  );
