import type { QuestionFilter } from '$lib/api';

/** As they stand in the address: `?show=interlude`. */
export const FILTERS = {
  all: 'ALL',
  interlude: 'INTERLUDE',
  unanswered: 'UNANSWERED',
  mine: 'MINE',
  following: 'FOLLOWING',
  corrected: 'CORRECTED',
} as const satisfies Record<string, QuestionFilter>;

export type FilterName = keyof typeof FILTERS;

export const FILTER_NAMES = Object.keys(FILTERS) as FilterName[];

/** What nobody offers is all of them. */
export const nameIn = (asked: string | null): FilterName =>
  FILTER_NAMES.find((name) => name === asked) ?? 'all';

/** As it is asked of the address; all of them need no word. */
export const shown = (name: FilterName) => (name === 'all' ? undefined : name);
