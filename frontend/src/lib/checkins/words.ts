import Activity from '@lucide/svelte/icons/activity';
import type { CheckInResponseState, CheckInRowFragment, CheckInVisibility } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { momentNear } from '$lib/i18n/near';
import { OUTCOMES } from './outcomes';

export const CheckInIcon = Activity;

/** Who reads the answers to a question, in one line. */
export const whoSees = (visibility: CheckInVisibility) => t('check-in-sees', { visibility });

export const responseWords = (state: CheckInResponseState) => t('check-in-response', { state });

/** "Opens Wednesday, 09:00", "Until Friday, 17:00", "Closed yesterday, 17:00" */
export function whenWords({ state, opensAt, closesAt }: CheckInRowFragment): string {
  if (state === 'SCHEDULED') return t('check-in-opens', { when: momentNear(opensAt) });
  if (state === 'OPEN') return t('check-in-until', { when: momentNear(closesAt) });
  if (state === 'CANCELLED') return t('check-in-cancelled');
  return t('check-in-closed', { when: momentNear(closesAt) });
}

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
