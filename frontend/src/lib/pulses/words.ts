import ChartNoAxesColumn from '@lucide/svelte/icons/chart-no-axes-column';
import type { PulseBarrier, PulseKind, PulseRowFragment, PulseSpared } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { momentNear } from '$lib/i18n/near';

export const PulseIcon = ChartNoAxesColumn;

export const kindWords = (kind: PulseKind, wave = 0) => t('pulse-kind', { kind, wave });
export const barrierWords = (barrier: PulseBarrier) => t('pulse-barrier', { barrier });
export const sparedWords = ({ why, count }: { why: PulseSpared; count: number }) =>
  t('pulse-spared', { why, count });

/** What is open, before what is planned, the soonest of it first. */
export function openFirst<Row extends Pick<PulseRowFragment, 'state' | 'opensAt'>>(
  pulses: readonly Row[],
): Row[] {
  const planned = pulses.filter(({ state }) => state === 'PLANNED');
  return [
    ...pulses.filter(({ state }) => state !== 'PLANNED'),
    ...planned.sort((one, other) => Date.parse(one.opensAt) - Date.parse(other.opensAt)),
  ];
}

/** "Opens Wednesday, 09:00", "Until Friday, 17:00", "Closed yesterday, 17:00" */
export function whenWords({ state, opensAt, closesAt }: PulseRowFragment): string {
  if (state === 'PLANNED') return t('check-in-opens', { when: momentNear(opensAt) });
  if (state === 'OPEN') return t('check-in-until', { when: momentNear(closesAt) });
  if (state === 'CANCELLED') return t('check-in-cancelled');
  return t('check-in-closed', { when: momentNear(closesAt) });
}

/** How many answered, for who may know; nothing before anybody is asked. */
export function answeredWords(pulse: PulseRowFragment): string | undefined {
  const { state, kind, askedCount, answeredCount } = pulse;
  if (askedCount === null || state === 'PLANNED' || state === 'CANCELLED') return undefined;
  if (askedCount === 0) return t('pulse-asked-nobody');
  // How many answered a form that anybody may fill in stands with what they said.
  if (state === 'OPEN' || kind === 'REACTION') return t('pulse-asked', { count: askedCount });
  if (answeredCount === null) return t('pulse-answered-few', { of: askedCount });
  return t('check-in-sent', { count: answeredCount, of: askedCount });
}
