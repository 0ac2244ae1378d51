import MessageCircleMore from '@lucide/svelte/icons/message-circle-more';
import type { ConsultationRowFragment, ConsultationState, ConsultationVisibility } from '$lib/api';
import { dayNear } from '$lib/i18n/near';
import { t } from '$lib/i18n/index.svelte';

export const ConsultationIcon = MessageCircleMore;

export const VISIBILITIES: readonly ConsultationVisibility[] = ['ASKER', 'FACILITATORS', 'COHORT'];
export const seesWords = (visibility: ConsultationVisibility) => t('consult-sees', { visibility });

export const stateWords = (state: ConsultationState) => t('consult-state', { state });

const TONES = {
  ASSIGNED: 'before',
  ASKED: 'during',
  CONFIRMED: 'before',
  CONCLUDED: 'done',
  WITHDRAWN: 'neutral',
  EXPIRED: 'neutral',
  DECLINED: 'neutral',
} as const satisfies Record<ConsultationState, string>;
export const toneOf = (state: ConsultationState) => TONES[state];

/** Who is asked; somebody, once the name was forgotten. */
export const called = (name: string | undefined) => name ?? t('consult-somebody');

/** After which session, and by when. */
export function factsOf({ session, dueAt, state }: ConsultationRowFragment): string[] {
  const isOver = state === 'CONCLUDED' || state === 'WITHDRAWN';
  return [
    ...(session ? [t('consult-after', { number: session.number })] : []),
    ...(dueAt && !isOver ? [t('consult-due', { day: dayNear(dueAt) })] : []),
  ];
}
