import { region } from '$lib/i18n/index.svelte';

/** "84 %": a share between 0 and 1, as it is written here. */
export const percent = (share: number) =>
  share.toLocaleString(region(), { style: 'percent', maximumFractionDigits: 0 });

const HOUR = 60;
const DAY = 24 * HOUR;

/** "40 minutes", "5 hours", "3 days": how long something took. */
export function lasted(minutes: number): string {
  const [value, unit] =
    minutes < HOUR
      ? [minutes, 'minute']
      : minutes < 2 * DAY
        ? [Math.round(minutes / HOUR), 'hour']
        : [Math.round(minutes / DAY), 'day'];
  return value.toLocaleString(region(), { style: 'unit', unit, unitDisplay: 'long' });
}
