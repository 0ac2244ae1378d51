import { region } from './index.svelte';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const days = (date: Date) => Math.floor((date.getTime() - date.getTimezoneOffset() * MINUTE) / DAY);

/** "12 min ago", "yesterday", "19 Oct", "19 Oct 2024": as short as it stays clear. */
export function ago(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const past = now.getTime() - at.getTime();
  const words = new Intl.RelativeTimeFormat(region(), { numeric: 'auto', style: 'short' });
  if (past < MINUTE) return words.format(0, 'second');
  if (past < HOUR) return words.format(-Math.floor(past / MINUTE), 'minute');
  const dayCount = days(now) - days(at);
  if (dayCount === 0) return words.format(-Math.floor(past / HOUR), 'hour');
  if (dayCount < 7) return words.format(-dayCount, 'day');
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return at.toLocaleDateString(region(), { day: 'numeric', month: 'short', year });
}

/** The whole date and time with its zone, for a title or a tooltip. */
export const inFull = (iso: string) =>
  new Date(iso).toLocaleString(region(), { dateStyle: 'full', timeStyle: 'short' });

/** "Saturday 25 October", here or in another zone. */
export const dayInWords = (date: Date, timeZone?: string) =>
  date.toLocaleDateString(region(), { weekday: 'long', day: 'numeric', month: 'long', timeZone });

/** "14:02" */
export const clock = (iso: string) =>
  new Date(iso).toLocaleTimeString(region(), { hour: '2-digit', minute: '2-digit' });

/** "Saturday 25 October, 14:02" */
export const momentInWords = (iso: string) => `${dayInWords(new Date(iso))}, ${clock(iso)}`;
