import type { ThreadFilter } from '$lib/api';

/** As they stand in the address: `?show=unread`. */
export const FILTERS = {
  all: 'ALL',
  unread: 'UNREAD',
  following: 'FOLLOWING',
  unanswered: 'UNANSWERED',
  mine: 'MINE',
} as const satisfies Record<string, ThreadFilter>;

export type FilterName = keyof typeof FILTERS;

export const filterOf = (name: string | null): ThreadFilter =>
  FILTERS[(name ?? 'all') as FilterName] ?? 'ALL';

export const nameOf = (filter: ThreadFilter) =>
  (Object.keys(FILTERS) as FilterName[]).find((name) => FILTERS[name] === filter)!;

/** As it is asked of the address; all of them need no word. */
export const shown = (name: FilterName) => (name === 'all' ? undefined : name);
