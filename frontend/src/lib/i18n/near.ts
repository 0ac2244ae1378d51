import { clock } from './dates';
import { region, t } from './index.svelte';

const DAY_MS = 86_400_000;
const dayNumber = (at: Date) =>
  Math.floor((at.getTime() - at.getTimezoneOffset() * 60_000) / DAY_MS);

/** "today", "tomorrow", "Tuesday", "Tuesday 28 October": a day near now, in the viewer's zone. */
export function dayNear(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const away = dayNumber(at) - dayNumber(now);
  if (Math.abs(away) <= 1) {
    return new Intl.RelativeTimeFormat(region(), { numeric: 'auto' }).format(away, 'day');
  }
  if (away > 1 && away < 7) return at.toLocaleDateString(region(), { weekday: 'long' });
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return at.toLocaleDateString(region(), { weekday: 'long', day: 'numeric', month: 'long', year });
}

/** "tomorrow, 17:00" */
export const momentNear = (iso: string, now = new Date()) =>
  t('day-and-time', { day: dayNear(iso, now), time: clock(iso) });
