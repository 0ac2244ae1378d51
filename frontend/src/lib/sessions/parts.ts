/** The parts of a session while they are typed: a day, from when to when, and by which clocks. Pure. */
import type { PartTimesFragment, SessionPartInput } from '$lib/api';

export interface PartRow {
  key: string;
  /** As 2026-11-21, by the clocks there. */
  day: string;
  /** As 09:00. */
  from: string;
  to: string;
  zone: string;
}

let made = 0;
const newKey = () => `part-${(made += 1)}`;
const DAY_MS = 86_400_000;

/** That many days after a day of the calendar. */
export const dayAfter = (day: string, days = 1) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const partRow = (given: Omit<PartRow, 'key'>): PartRow => ({ key: newKey(), ...given });

export const rowsOfParts = (
  parts: readonly Pick<PartTimesFragment, 'starts' | 'ends' | 'zone'>[],
): PartRow[] =>
  parts.map(({ starts, ends, zone }) =>
    partRow({ day: starts.slice(0, 10), from: starts.slice(11), to: ends.slice(11), zone }),
  );

/** One more part: the same hours on the day after the last one. */
export function oneMore(rows: readonly PartRow[]): PartRow[] {
  const last = rows.at(-1)!;
  return [...rows, partRow({ ...last, day: last.day && dayAfter(last.day) })];
}

/** Whether a part ends on the day after it began, as its times are typed. */
export const endsNextDay = ({ from, to }: PartRow) => from !== '' && to !== '' && to <= from;

/** Undefined while something is not typed yet. */
export function planOf(rows: readonly PartRow[]): SessionPartInput[] | undefined {
  if (rows.some(({ day, from, to }) => !day || !from || !to)) return undefined;
  return rows.map((row) => ({
    starts: `${row.day}T${row.from}`,
    ends: `${endsNextDay(row) ? dayAfter(row.day) : row.day}T${row.to}`,
    zone: row.zone,
  }));
}

/** All of it so many days later, or earlier. */
export const shifted = (rows: readonly PartRow[], days: number): PartRow[] =>
  rows.map((row) => ({ ...row, day: row.day && dayAfter(row.day, days) }));
