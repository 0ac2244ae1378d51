/** Days of the calendar, as `2026-11-22`: the same everywhere. */
const DAY_MS = 86_400_000;

interface Run {
  startsOn?: string | null;
  endsOn?: string | null;
}

/** The last day of a run that begins on another day and lasts as long. */
export function asLongAs({ startsOn, endsOn }: Run, begins: string) {
  const [from, to, next] = [startsOn, endsOn, begins].map((day) => Date.parse(`${day}T00:00:00Z`));
  const end = next! + (to! - from!);
  return Number.isNaN(end) ? undefined : new Date(end).toISOString().slice(0, 10);
}

/** The day after, as `2026-11-22`. */
export const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
