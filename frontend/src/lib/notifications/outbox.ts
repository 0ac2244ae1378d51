import Archive from '@lucide/svelte/icons/archive';
import Check from '@lucide/svelte/icons/check';
import CircleX from '@lucide/svelte/icons/circle-x';
import Clock from '@lucide/svelte/icons/clock';
import type { LetterState } from '$lib/api';

/** How far a letter can be, what needs somebody first. */
export const STATES: readonly LetterState[] = ['REFUSED', 'WAITING', 'KEPT', 'SENT'];

export const STATE_LOOKS = {
  REFUSED: { icon: CircleX, tone: 'marked' },
  WAITING: { icon: Clock, tone: 'before' },
  KEPT: { icon: Archive, tone: 'neutral' },
  SENT: { icon: Check, tone: 'done' },
} as const;

/** What can be sent once more. */
export const isSettledUnsent = (state: LetterState) => state === 'REFUSED' || state === 'KEPT';
