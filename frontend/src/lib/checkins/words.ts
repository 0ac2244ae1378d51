import Activity from '@lucide/svelte/icons/activity';
import type { CheckInResponseState, CheckInRowFragment, CheckInVisibility } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { momentNear } from '$lib/i18n/near';

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
