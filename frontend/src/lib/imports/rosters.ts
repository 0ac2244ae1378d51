import Check from '@lucide/svelte/icons/check';
import CircleX from '@lucide/svelte/icons/circle-x';
import Equal from '@lucide/svelte/icons/equal';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import UserRoundCheck from '@lucide/svelte/icons/user-round-check';
import UserRoundPlus from '@lucide/svelte/icons/user-round-plus';
import Eye from '@lucide/svelte/icons/eye';
import Undo2 from '@lucide/svelte/icons/undo-2';
import {
  ApplyRosterDoc,
  UndoRosterDoc,
  mutate,
  type RosterFate,
  type RosterHeadFragment,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/ui/toasts.svelte';

type Counts = RosterHeadFragment['counts'];

/** What can become of a line, from what changes most to what changes nothing. */
export const FATES: readonly RosterFate[] = [
  'ARRIVES',
  'JOINS',
  'CHANGES_ROLE',
  'STAYS',
  'REFUSED',
];

export const countOf = (counts: Counts, fate: RosterFate) =>
  ({
    ARRIVES: counts.arriving,
    JOINS: counts.joining,
    CHANGES_ROLE: counts.changing,
    STAYS: counts.staying,
    REFUSED: counts.refused,
  })[fate];

export const linesIn = (counts: Counts) =>
  FATES.reduce((sum, fate) => sum + countOf(counts, fate), 0);

/** How many people it brings in or changes. */
export const effectOf = ({ arriving, joining, changing }: Counts) => arriving + joining + changing;

export const FATE_LOOKS = {
  ARRIVES: { icon: UserRoundPlus, tone: 'during' },
  JOINS: { icon: UserRoundCheck, tone: 'during' },
  CHANGES_ROLE: { icon: RefreshCw, tone: 'before' },
  STAYS: { icon: Equal, tone: 'neutral' },
  REFUSED: { icon: CircleX, tone: 'marked' },
} as const;

/** How far a roster is: looked at, applied, or taken back. */
export function stateOf({ appliedAt, undoneAt }: RosterHeadFragment) {
  if (undoneAt) return { look: { icon: Undo2, tone: 'neutral' }, state: 'UNDONE' } as const;
  if (appliedAt) return { look: { icon: Check, tone: 'done' }, state: 'APPLIED' } as const;
  return { look: { icon: Eye, tone: 'before' }, state: 'SEEN' } as const;
}

/** Does what it says, and offers to take it back. Throws ApiError. */
export async function apply({ id }: RosterHeadFragment) {
  const { applyRoster } = await mutate(ApplyRosterDoc, { input: { roster: id } });
  toasts.say(t('roster-applied', { count: effectOf(applyRoster.counts) }));
}

/** Throws ApiError. */
export async function takeBack({ id, name }: RosterHeadFragment) {
  await mutate(UndoRosterDoc, { input: { roster: id } });
  toasts.say(t('roster-undone', { name }));
}
