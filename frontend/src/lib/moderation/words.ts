import type { ModerationDecision, ModerationLineFragment, ModerationReason } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';

export const reasonWords = (reasons: readonly ModerationReason[]) =>
  reasons.map((reason) => t('moderation-reason', { reason })).join(' · ');

export const decisionWords = (decision: ModerationDecision) =>
  t('moderation-decision', { decision });

const HOUR_MS = 3_600_000;
const DAYS_FROM_HOURS = 48;

/** "26 hours": how long somebody has been waiting; less than an hour is told as that. */
export function waited(since: string, now = new Date()): string {
  const hours = Math.floor((now.getTime() - Date.parse(since)) / HOUR_MS);
  if (hours < 1) return t('waited-less');
  if (hours < DAYS_FROM_HOURS) return t('waited-hours', { count: hours });
  return t('waited-days', { count: Math.floor(hours / 24) });
}

/** Who wrote it: of a question asked without a name nobody says who. */
export const writerOf = (post: { author: { name: string } | null } | null) =>
  post?.author?.name ?? t('somebody');

/** What an item is called: by its conversation, or by whose appeal it is. */
export const titleOf = ({ thread, appeal }: Pick<ModerationLineFragment, 'thread' | 'appeal'>) =>
  thread?.title ?? t('appeal-by', { name: appeal?.by?.name ?? t('somebody') });

/** Whether an item is being looked at by somebody else. */
export const heldByOther = (item: Pick<ModerationLineFragment, 'claimedBy'>, me: string) =>
  item.claimedBy && item.claimedBy.id !== me ? item.claimedBy : undefined;
