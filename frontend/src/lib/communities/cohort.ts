/** Where a cohort stands on its way. Days are those of its own zone, as `2026-09-18`. */
interface Dates {
  zone: string;
  startsOn?: string | null;
  endsOn?: string | null;
}

export interface Standing {
  phase: 'ahead' | 'running' | 'over';
  week: number;
  weeks: number;
  /** How much of it lies behind, 0 to 1. */
  share: number;
}

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The day that it is in a zone, as `2026-10-25`. */
export const dayIn = (zone: string, now = new Date()) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);

/** Undefined where there are no dates: a community of practice has no end. */
export function standingOf({ zone, startsOn, endsOn }: Dates, now = new Date()) {
  if (!startsOn || !endsOn) return undefined;
  const [today, first, last] = [dayIn(zone, now), startsOn, endsOn].map(dayNumber) as [
    number,
    number,
    number,
  ];
  const weeks = Math.max(1, Math.ceil((last - first) / WEEK_DAYS));
  const week = Math.floor((today - first) / WEEK_DAYS) + 1;
  const share = last === first ? 1 : (today - first) / (last - first);
  return {
    phase: today < first ? 'ahead' : today > last ? 'over' : 'running',
    week: Math.min(weeks, Math.max(1, week)),
    weeks,
    share: Math.min(1, Math.max(0, share)),
  } satisfies Standing;
}
