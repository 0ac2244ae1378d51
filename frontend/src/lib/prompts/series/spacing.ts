import { dayAt, instantOf, shifted } from '../days';

/** On which days after a session questions usually come: ever more seldom. */
export const USUAL_DAYS = [1, 3, 7, 14, 30] as const;
export const DAYS_MAX = 366;
/** When the day's work begins: a question is there when people come in. */
const AT = '09:00';
/** Days are counted as they come: a calendar has nothing to say about them. */
const EVERY_DAY = { workDays: [], holidays: [] };

const onwards = (day: string, days: number) => shifted(day, days, 'CALENDAR', EVERY_DAY);

/** The day of one more question after those. */
export function nextDay(days: readonly (number | null)[]): number {
  const last = Math.max(0, ...days.map((each) => each ?? 0));
  return USUAL_DAYS.find((day) => day > last) ?? Math.min(DAYS_MAX, last + 30);
}

/** The first question that does not come on a later day than the one before it. */
export function outOfOrder(days: readonly (number | null)[]): number | undefined {
  const at = days.findIndex((day, index) => index > 0 && (day ?? 0) <= (days[index - 1] ?? 0));
  return at < 0 ? undefined : at;
}

/**
 * The instants at which questions come, as the server reckons them: so many days from the end of the session;
 * what would have passed comes on the next days, one a day.
 */
export function momentsOf(
  days: readonly number[],
  { endsAt, zone }: { endsAt: string; zone: string },
  now = new Date(),
): string[] {
  const today = dayAt(now.toISOString(), zone);
  const ended = dayAt(endsAt, zone);
  const isAhead = Date.parse(instantOf(today, AT, zone)) > now.getTime();
  let earliest = isAhead ? today : onwards(today, 1);
  return days.map((count) => {
    const wished = onwards(ended, count);
    const day = wished > earliest ? wished : earliest;
    earliest = onwards(day, 1);
    return instantOf(day, AT, zone);
  });
}
