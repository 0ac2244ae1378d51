import { region } from '$lib/i18n/index.svelte';

/** This moment, as the server writes it. */
export const now = () => new Date().toISOString();

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

const yearOf = (at: Date) =>
  at.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';

/** "19 October", "19 October 2024" */
export function day(iso: string): string {
  const at = new Date(iso);
  return at.toLocaleDateString(region(), { day: 'numeric', month: 'long', year: yearOf(at) });
}

/** "19 October at 18:40" */
export function dayAndTime(iso: string): string {
  const at = new Date(iso);
  return at.toLocaleString(region(), {
    day: 'numeric',
    month: 'long',
    year: yearOf(at),
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** "14:02" today, "Thursday" within the week, else "19 October". */
export function sinceWhen(iso: string, today = new Date()): string {
  const at = new Date(iso);
  if (at.toDateString() === today.toDateString()) {
    return at.toLocaleTimeString(region(), { hour: '2-digit', minute: '2-digit' });
  }
  const days = (today.getTime() - at.getTime()) / HOUR_MS / DAY_HOURS;
  return days < 6 ? at.toLocaleDateString(region(), { weekday: 'long' }) : day(iso);
}

/** "12 minutes", "4 hours", "3 days": how long something took. */
export function span(from: string, to: string): string {
  const hours = Math.max(0, Date.parse(to) - Date.parse(from)) / HOUR_MS;
  const [value, unit] =
    hours < 1
      ? [Math.max(1, Math.round(hours * 60)), 'minute']
      : hours < 2 * DAY_HOURS
        ? [Math.round(hours), 'hour']
        : [Math.round(hours / DAY_HOURS), 'day'];
  return new Intl.NumberFormat(region(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(value);
}
