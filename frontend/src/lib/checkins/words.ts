import Activity from '@lucide/svelte/icons/activity';
import type {
  BoardAnswerFragment,
  CheckInQuestionKind,
  CheckInResponseState,
  CheckInRowFragment,
  CheckInVisibility,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { momentNear } from '$lib/i18n/near';
import { OUTCOMES } from './outcomes';

export const CheckInIcon = Activity;

/** Who reads the answers to a question, in one line. Words without a name are read, where numbers are counted. */
export const whoSees = (visibility: CheckInVisibility, kind?: CheckInQuestionKind) =>
  visibility === 'ANONYMOUS' && kind === 'SHORT_TEXT'
    ? t('check-in-sees-words')
    : t('check-in-sees', { visibility });

/** What somebody chose; what became of a commitment has no words of its question. */
export function chosenWords({
  choice,
  choiceWords,
  question,
}: Pick<BoardAnswerFragment, 'choice' | 'choiceWords'> & {
  question: Pick<BoardAnswerFragment['question'], 'options'>;
}) {
  const outcome = question.options.length === 0 && choice !== null ? OUTCOMES[choice] : undefined;
  return choiceWords ?? (outcome && t('check-in-outcome', { outcome }));
}

export const responseWords = (state: CheckInResponseState) => t('check-in-response', { state });

/** "Opens Wednesday, 09:00", "Until Friday, 17:00", "Closed yesterday, 17:00" */
export function whenWords({ state, opensAt, closesAt }: CheckInRowFragment): string {
  if (state === 'SCHEDULED') return t('check-in-opens', { when: momentNear(opensAt) });
  if (state === 'OPEN') return t('check-in-until', { when: momentNear(closesAt) });
  if (state === 'CANCELLED') return t('check-in-cancelled');
  return t('check-in-closed', { when: momentNear(closesAt) });
}

/** "comes back 5 more times, next Wednesday, 09:00"; nothing of what comes once, or is over. */
export function comesBackWords(checkIn: CheckInRowFragment): string | undefined {
  const [next] = checkIn.nextAt;
  if (!next || (checkIn.state !== 'SCHEDULED' && checkIn.state !== 'OPEN')) return undefined;
  return t('check-in-comes-back', { count: checkIn.timesToCome, when: momentNear(next) });
}

/** How many answered; before it opened, how many it asks. */
export const sentWords = ({ state, sentCount, expectedCount }: CheckInRowFragment) =>
  state === 'SCHEDULED'
    ? t('check-in-asks', { count: expectedCount })
    : t('check-in-sent', { count: sentCount, of: expectedCount });

/** Of an answer that not everybody here reads: who does. */
export const answerFor = (visibility: CheckInVisibility) =>
  visibility === 'FACILITATORS' || visibility === 'PAIR'
    ? t('answer-for', { visibility })
    : undefined;

interface Tallied {
  question: { kind: string; options: readonly string[] };
  tally?: readonly { choice: number; upTo: number; count: number | null }[] | null;
}

/** What was chosen how often, in words. Neighbours that were counted together stand in one line. */
export function tallyWords({ question, tally }: Tallied) {
  const options =
    question.kind === 'COMMITMENT'
      ? OUTCOMES.map((outcome) => t('check-in-outcome', { outcome }))
      : question.options;
  if ((tally ?? []).every(({ count }) => count === 0)) return [];
  return (tally ?? []).map(({ choice, upTo, count }) => ({
    option: options.slice(choice, upTo + 1).join(', '),
    choice,
    count,
  }));
}
