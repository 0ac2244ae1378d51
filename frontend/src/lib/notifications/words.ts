import type { InboxReason, TodayQuery } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { clock } from '$lib/i18n/dates';
import { dayNear } from '$lib/i18n/near';

const WEEK_MS = 7 * 86_400_000;

/** "Three things before Thursday, Priya": how much waits, and until when when a session is near. */
export function titleOf(count: number, name: string, session?: { startsAt: string }): string {
  const until = session ? Date.parse(session.startsAt) - Date.now() : Infinity;
  if (!session || until < 0 || until > WEEK_MS) {
    return count > 0 ? t('today-title', { count, name }) : t('today-empty-title', { name });
  }
  const isToday = new Date(session.startsAt).toDateString() === new Date().toDateString();
  const day = isToday ? clock(session.startsAt) : dayNear(session.startsAt);
  return count > 0
    ? t('today-title-before', { count, name, day })
    : t('today-ready-title', { name, day });
}

const reasonWords = (reason: InboxReason) =>
  ({
    MENTION: t('reason-mention'),
    REPLY: t('reason-reply'),
    FOLLOWED: t('reason-followed'),
  })[reason];

/** Why a conversation speaks to the viewer: "You are mentioned. You follow this." */
export const reasonsInWords = (reasons: readonly InboxReason[]) =>
  reasons.map(reasonWords).join(' · ');

/** One sentence for a conversation with something new: who did what in which. */
export function newsInWords(thread: TodayQuery['today']['news'][number]): string {
  const name = thread.lastAuthor?.name ?? thread.author?.name ?? t('somebody');
  const { title } = thread;
  const isQuestion = thread.kind === 'QUESTION';
  if (thread.replyCount === 0) {
    return isQuestion ? t('news-asked', { name, title }) : t('news-began', { name, title });
  }
  return isQuestion ? t('news-answered', { name, title }) : t('news-wrote', { name, title });
}
