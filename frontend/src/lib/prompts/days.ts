import {
  parseAbsolute,
  parseDate,
  parseDateTime,
  toCalendarDate,
  toZoned,
  type CalendarDate,
} from '@internationalized/date';
import type { DayUnit, Weekday } from '$lib/api';

/** On which days a community works. */
export interface Calendar {
  workDays: readonly Weekday[];
  holidays: readonly { day: string }[];
}

const WEEKDAYS: readonly Weekday[] = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
];
/** Farther than a rule may reach, with everything closed. */
const DAYS_MAX = 4_000;

const weekdayOf = (day: CalendarDate) => WEEKDAYS[day.toDate('UTC').getUTCDay()]!;

const works = (day: CalendarDate, { workDays, holidays }: Calendar) =>
  workDays.includes(weekdayOf(day)) && !holidays.some((holiday) => holiday.day === day.toString());

/** So many days on, as the server counts them: a working day is never closed. */
export function shifted(day: string, days: number, unit: DayUnit, calendar: Calendar): string {
  const from = parseDate(day);
  if (unit === 'CALENDAR') return from.add({ days }).toString();
  if (days === 0 && works(from, calendar)) return day;
  const step = days < 0 ? -1 : 1;
  let left = Math.max(1, Math.abs(days));
  let at = from;
  for (let walked = 0; left > 0 && walked < DAYS_MAX; walked += 1) {
    at = at.add({ days: step });
    if (works(at, calendar)) left -= 1;
  }
  return at.toString();
}

/** The day that it is in a zone at an instant, as `2026-10-25`. */
export const dayAt = (iso: string, zone: string) =>
  toCalendarDate(parseAbsolute(iso, zone)).toString();

/** The time that clocks in a zone show at an instant, as `09:00`. */
export const timeAt = (iso: string, zone: string) => {
  const { hour, minute } = parseAbsolute(iso, zone);
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
};

/**
 * The instant at which clocks in a zone show a day and a time. One that a change of clocks skips moves
 * forward; of one that happens twice it is the first.
 */
export const instantOf = (day: string, time: string, zone: string) =>
  toZoned(parseDateTime(`${day}T${time}`), zone, 'compatible').toAbsoluteString();
