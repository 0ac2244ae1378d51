import type { CommunityPlanQuery, Weekday } from '$lib/api';
import { region } from '$lib/i18n/index.svelte';

export type Plan = NonNullable<CommunityPlanQuery['community']>;

export const WEEKDAYS: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
];

const DAY_MS = 86_400_000;
/** A Monday, to name the days of a week by. */
const MONDAY = Date.UTC(2026, 0, 5);

const inUtc = (at: number, style: Intl.DateTimeFormatOptions) =>
  new Date(at).toLocaleDateString(region(), { ...style, timeZone: 'UTC' });

/** "Monday", in the person's language. */
export const weekdayName = (day: Weekday, weekday: 'long' | 'short' = 'long') =>
  inUtc(MONDAY + WEEKDAYS.indexOf(day) * DAY_MS, { weekday });

/** "Thursday 1 January 2027": a day of the calendar, the same everywhere. */
export const dayInFull = (day: string) =>
  inUtc(Date.parse(`${day}T00:00:00Z`), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
