import type {
  CorrectionCardFragment,
  DuePromptFragment,
  DuePreWorkFragment,
  TodayQuery,
  WaitingFragment,
} from '$lib/api';

type Today = TodayQuery['today'];
type Due = NonNullable<TodayQuery['viewer']>['due'];

/**
 * One thing that waits: a correction of what one read, a prompt to answer, something to do before a session, a
 * conversation that speaks to the viewer, norms to acknowledge, a question.
 */
export type Thing =
  | { kind: 'prompt'; id: string; prompt: DuePromptFragment }
  | { kind: 'preWork'; id: string; preWork: DuePreWorkFragment }
  | { kind: 'item'; id: string; item: WaitingFragment }
  | { kind: 'norms'; id: string; community: Today['norms'][number] }
  | { kind: 'correction'; id: string; correction: CorrectionCardFragment }
  | { kind: 'question'; id: string; question: Today['unanswered'][number] };

/** Today ends: more than this nobody is shown at once. The rest comes up when something is done. */
export const THINGS_MAX = 5;

/** As many of what is due stand before everything else. */
const DUE_FIRST = 2;

function dueThings(due: Due): Thing[] {
  return due.flatMap(({ prompt, preWork }): Thing[] => {
    if (prompt && !prompt.isAnswered && !prompt.withdrawnAt) {
      return [{ kind: 'prompt', id: prompt.id, prompt }];
    }
    if (preWork && !preWork.isDone && !preWork.withdrawnAt) {
      return [{ kind: 'preWork', id: preWork.id, preWork }];
    }
    return [];
  });
}

/**
 * Everything that waits, in the order in which to take it: a correction that everybody who read it must know of,
 * what is due, another correction, who spoke to the viewer, norms, the question that waits longest, and then
 * the others. What was dealt with on this screen is gone from it.
 */
export function allThings(
  { waiting, norms, unanswered }: Today,
  due: Due = [],
  told: readonly CorrectionCardFragment[] = [],
): Thing[] {
  const asked = dueThings(due);
  const items: Thing[] = waiting
    .filter(({ doneAt }) => !doneAt)
    .map((item) => ({ kind: 'item', id: item.id, item }));
  const ahead: Thing[] = norms
    .filter(({ viewerMembership }) => !viewerMembership?.normsAcknowledgedAt)
    .map((community) => ({ kind: 'norms', id: community.id, community }));
  const questions: Thing[] = unanswered
    .filter(({ isAnswered }) => !isAnswered)
    .map((question) => ({ kind: 'question', id: question.id, question }));
  const corrected = told.filter(({ viewerNotice }) => !viewerNotice?.answer);
  const needed = corrected.filter(isRequired).map(correctionThing);
  const corrections = corrected.filter((it) => !isRequired(it)).map(correctionThing);
  return [
    ...needed,
    ...asked.slice(0, DUE_FIRST),
    ...corrections.slice(0, 1),
    ...items.slice(0, 1),
    ...ahead,
    ...questions.slice(0, 1),
    ...corrections.slice(1),
    ...asked.slice(DUE_FIRST),
    ...items.slice(1),
    ...questions.slice(1),
  ];
}

/** Where somebody could come to harm, everybody's word that they read it is needed. */
const isRequired = ({ viewerNotice }: CorrectionCardFragment) => viewerNotice?.isRequired === true;

const correctionThing = (correction: CorrectionCardFragment): Thing => ({
  kind: 'correction',
  id: correction.id,
  correction,
});

/** As much of it as is shown at once. */
export const thingsOf = (today: Today, due?: Due) => allThings(today, due).slice(0, THINGS_MAX);

/** Other conversations with something new, and whether all of it is newer than yesterday's beginning. */
export function newsOf({ news, since }: Today) {
  const unread = news.filter(({ unreadCount }) => unreadCount > 0);
  const isFresh = unread.every(({ lastPostAt }) => Date.parse(lastPostAt) >= Date.parse(since));
  return { unread, isFresh };
}

/** "Priya Raman" is greeted as Priya. */
export const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;

/** A prompt that was answered on this screen. */
export type Answered = Pick<DuePromptFragment, 'id' | 'title' | 'community'>;
