import { createContext } from 'svelte';
import type { ModerationLineFragment, ModerationTab } from '$lib/api';

export const TABS: readonly ModerationTab[] = ['UNANSWERED', 'TO_CHECK', 'REPORTED'];

/** `?tab=` of the queue's pages. */
export const tabOf = (url: URL): ModerationTab =>
  TABS.find((tab) => tab === url.searchParams.get('tab')?.toUpperCase()) ?? 'UNANSWERED';

/** What the queue's list and the item beside it share. */
export interface QueueDesk {
  readonly tab: ModerationTab;
  readonly items: readonly ModerationLineFragment[];
  /** To the next item or the one before; to the first where none is open. */
  step: (by: 1 | -1) => void;
  /** After an item was dealt with: to the one that follows it, or back to the list. */
  leave: (item: string) => Promise<void>;
  /** What was decided last on this visit, so that one key takes it back. */
  decided: string | undefined;
}

/** The neighbour of an item: after the last there is none. */
export function beside<Item extends { id: string }>(
  items: readonly Item[],
  id: string | undefined,
  by: 1 | -1,
): Item | undefined {
  const here = items.findIndex((item) => item.id === id);
  if (here < 0) return by > 0 ? items[0] : items.at(-1);
  return items[here + by];
}

export const [queueDesk, setQueueDesk] = createContext<QueueDesk>();
