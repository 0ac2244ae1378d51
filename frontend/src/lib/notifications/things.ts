import type { TodayQuery, WaitingFragment } from '$lib/api';

type Today = TodayQuery['today'];

/** One thing that waits: a conversation that speaks to the viewer, norms to acknowledge, a question. */
export type Thing =
  | { kind: 'item'; id: string; item: WaitingFragment }
  | { kind: 'norms'; id: string; community: Today['norms'][number] }
  | { kind: 'question'; id: string; question: Today['unanswered'][number] };

/** Today ends: more than this nobody is shown at once. The rest comes up when something is done. */
export const THINGS_MAX = 5;

/**
 * What waits, in the order in which to take it: who spoke to the viewer, norms, the question that waits
 * longest, and then the others. What was dealt with on this screen is gone from it.
 */
export function thingsOf({ waiting, norms, unanswered }: Today): Thing[] {
  const items: Thing[] = waiting
    .filter(({ doneAt }) => !doneAt)
    .map((item) => ({ kind: 'item', id: item.id, item }));
  const ahead: Thing[] = norms
    .filter(({ viewerMembership }) => !viewerMembership?.normsAcknowledgedAt)
    .map((community) => ({ kind: 'norms', id: community.id, community }));
  const questions: Thing[] = unanswered
    .filter(({ isAnswered }) => !isAnswered)
    .map((question) => ({ kind: 'question', id: question.id, question }));
  const first = [...items.slice(0, 1), ...ahead, ...questions.slice(0, 1)];
  return [...first, ...items.slice(1), ...questions.slice(1)].slice(0, THINGS_MAX);
}

/** Other conversations with something new, and whether all of it is newer than yesterday's beginning. */
export function newsOf({ news, since }: Today) {
  const unread = news.filter(({ unreadCount }) => unreadCount > 0);
  const isFresh = unread.every(({ lastPostAt }) => Date.parse(lastPostAt) >= Date.parse(since));
  return { unread, isFresh };
}

/** "Priya Raman" is greeted as Priya. */
export const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;
