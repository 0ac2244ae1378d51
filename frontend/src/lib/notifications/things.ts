import type {
  CorrectionCardFragment,
  DueCheckInFragment,
  DueConsultationFragment,
  DueFeedbackFragment,
  DuePromptFragment,
  DuePulseFragment,
  DuePreWorkFragment,
  TodayQuery,
  WaitingFragment,
} from '$lib/api';

type Today = TodayQuery['today'];
type Due = NonNullable<TodayQuery['viewer']>['due'];
/** What waits besides what a session wants. */
type Asked = Partial<
  Pick<TodayQuery, 'checkInsDue' | 'pulsesDue' | 'consultationsDue' | 'feedbackDue'>
>;

/**
 * One thing that waits: a correction of what one read, a prompt, a check-in or a survey to answer, a colleague to be asked,
 * what somebody handed in, something to do before a session, a conversation that speaks to the viewer, norms to acknowledge, a question.
 */
export type Thing =
  | { kind: 'prompt'; id: string; prompt: DuePromptFragment }
  | { kind: 'checkIn'; id: string; checkIn: DueCheckInFragment }
  | { kind: 'pulse'; id: string; pulse: DuePulseFragment }
  | { kind: 'consultation'; id: string; consultation: DueConsultationFragment }
  | { kind: 'feedback'; id: string; feedback: DueFeedbackFragment }
  | { kind: 'preWork'; id: string; preWork: DuePreWorkFragment }
  | { kind: 'item'; id: string; item: WaitingFragment }
  | { kind: 'norms'; id: string; community: Today['norms'][number] }
  | { kind: 'correction'; id: string; correction: CorrectionCardFragment }
  | { kind: 'question'; id: string; question: Today['unanswered'][number] };

/** Today ends: more than this nobody is shown at once. The rest comes up when something is done. */
export const THINGS_MAX = 5;

/** As many of what is due stand before everything else. */
const DUE_FIRST = 2;

interface Dated {
  thing: Thing;
  /** What has no date comes after everything that has one. */
  at: number;
}

const instant = (at?: string | null) => (at ? Date.parse(at) : Number.MAX_SAFE_INTEGER);

const isOver = (state: DueConsultationFragment['state']) =>
  state === 'CONCLUDED' || state === 'WITHDRAWN';

/** Something of a kind that waits until then: `of` stands in the thing under the name of its kind. */
const dated = (kind: Thing['kind'], of: { id: string }, at: string | null): Dated => ({
  at: instant(at),
  thing: { kind, id: of.id, [kind]: of } as unknown as Thing,
});

function dueThings(due: Due, others: Asked): Thing[] {
  const { checkInsDue = [], pulsesDue = [], consultationsDue = [], feedbackDue = [] } = others;
  return [
    ...due.flatMap(({ dueAt, prompt, preWork }) => {
      if (prompt && !prompt.isAnswered && !prompt.withdrawnAt) {
        return [dated('prompt', prompt, dueAt)];
      }
      return preWork && !preWork.isDone && !preWork.withdrawnAt
        ? [dated('preWork', preWork, dueAt)]
        : [];
    }),
    ...checkInsDue
      .filter(({ isWaiting }) => isWaiting)
      .map((checkIn) => dated('checkIn', checkIn, checkIn.closesAt)),
    ...pulsesDue
      .filter(({ isWaiting }) => isWaiting)
      .map((pulse) => dated('pulse', pulse, pulse.closesAt)),
    ...consultationsDue
      .filter(({ state, isColleague }) => (state === 'ASKED') === isColleague && !isOver(state))
      .map((consultation) => dated('consultation', consultation, consultation.dueAt)),
    ...feedbackDue
      .filter(({ state }) => state !== 'GIVEN' && state !== 'DECLINED')
      .map((feedback) => dated('feedback', feedback, feedback.dueAt)),
  ]
    .sort((one, other) => one.at - other.at)
    .map(({ thing }) => thing);
}

/**
 * Everything that waits, in the order in which to take it: a correction that everybody who read it must know of,
 * what is due and at least one check-in or else a survey, another correction, who spoke to the viewer, norms, the question that waits longest, and then
 * the others. What was dealt with on this screen is gone from it.
 */
export function allThings(
  { waiting, norms, unanswered }: Today,
  due: Due = [],
  told: readonly CorrectionCardFragment[] = [],
  others: Asked = {},
): Thing[] {
  const asked = dueThings(due, others);
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
  const first = asked.slice(0, DUE_FIRST);
  const isA = (kind: Thing['kind']) => (thing: Thing) => thing.kind === kind;
  // It takes minutes, and closes: prompts do not keep it from being seen.
  if (!first.some(isA('checkIn'))) {
    const brief = asked.find(isA('checkIn')) ?? asked.find(isA('pulse'));
    if (brief && !first.includes(brief)) first.push(brief);
  }
  return [
    ...needed,
    ...first,
    ...corrections.slice(0, 1),
    ...items.slice(0, 1),
    ...ahead,
    ...questions.slice(0, 1),
    ...corrections.slice(1),
    ...asked.filter((thing) => !first.includes(thing)),
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

/** What was answered on this screen: thanks, and the way on to the others. */
export interface Answered {
  id: string;
  said: string;
  /** Already resolved. */
  href: string;
  more: string;
  title: string;
}
