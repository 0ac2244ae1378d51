/** What is asked, read or done between sessions, whatever it is. */
import { resolve } from '$app/paths';
import type { SessionPreWorkFragment, SessionPromptFragment } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { paths, place } from '$lib/paths';
import { dueInWords } from '$lib/prompts/words';
import { minutesInWords } from './when';

export interface Work {
  id: string;
  kind: 'prompt' | 'preWork';
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
  /** How many have done it. */
  count: string;
}

interface Given {
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

/** Everything that belongs to a session and still stands, the first to be due first. */
export const workOf = ({ prompts, preWork }: Given): Work[] =>
  [...prompts.filter(isStanding).map(asked), ...preWork.filter(isStanding).map(given)].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );

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
