/** An agenda while it is written: rows that are added, moved and taken away. Pure. */
import type { SegmentFieldsFragment, SegmentInput, SegmentKind } from '$lib/api';

/** Kinds in which people do something themselves, as the server has it; in the others they listen or rest. */
const ACTIVE: SegmentKind[] = ['DISCUSSION', 'EXERCISE', 'ROLE_PLAY', 'CHECK'];
export const isActive = (kind: SegmentKind) => ACTIVE.includes(kind);

export interface Row {
  key: string;
  part: number;
  kind: SegmentKind;
  title: string;
  minutes: number | null;
  prompt: string;
  contingency: string;
  objectives: string[];
}

let made = 0;
const newKey = () => `row-${(made += 1)}`;

export const NEW_MINUTES = 10;

export const newRow = (part: number): Row => ({
  key: newKey(),
  part,
  kind: 'DISCUSSION',
  title: '',
  minutes: NEW_MINUTES,
  prompt: '',
  contingency: '',
  objectives: [],
});

export const rowsOf = (agenda: readonly SegmentFieldsFragment[]): Row[] =>
  agenda.map(({ part, kind, title, minutes, prompt, contingency, objectives }) => ({
    key: newKey(),
    part,
    kind,
    title,
    minutes,
    prompt: prompt ?? '',
    contingency: contingency ?? '',
    objectives: objectives.map(({ id }) => id),
  }));

/** Rows in which nothing stands are left out; the others go to the server as they are. */
export const plansOf = (rows: readonly Row[]): SegmentInput[] =>
  rows
    .filter(({ title, prompt, contingency }) => title.trim() || prompt.trim() || contingency.trim())
    .map(({ part, kind, title, minutes, prompt, contingency, objectives }) => ({
      part,
      kind,
      title: title.trim(),
      minutes: minutes ?? 0,
      prompt: prompt.trim() || null,
      contingency: contingency.trim() || null,
      objectives: objectives.toSorted(),
    }));

export const isSame = (one: readonly Row[], other: readonly Row[]) =>
  JSON.stringify(plansOf(one)) === JSON.stringify(plansOf(other));

/** How many minutes are planned for a part. */
export const plannedFor = (rows: readonly Row[], part: number) =>
  rows.reduce((sum, row) => sum + (row.part === part ? (row.minutes ?? 0) : 0), 0);

/**
 * A row one place up or down. At the edge of its part it goes over into the next one, before or after
 * everything there; at the edge of all it stays.
 */
export function moved(rows: readonly Row[], key: string, step: -1 | 1, partCount: number): Row[] {
  const row = rows.find((each) => each.key === key);
  if (!row) return [...rows];
  const parts = Array.from({ length: partCount }, (_, at) =>
    rows.filter(({ part }) => part === at + 1),
  );
  const own = parts[row.part - 1]!;
  const at = own.indexOf(row);
  const to = at + step;
  if (to >= 0 && to < own.length) {
    own.splice(at, 1);
    own.splice(to, 0, row);
    return parts.flat();
  }
  const neighbour = parts[row.part - 1 + step];
  if (!neighbour) return [...rows];
  own.splice(at, 1);
  const there = { ...row, part: row.part + step };
  if (step > 0) neighbour.unshift(there);
  else neighbour.push(there);
  return parts.flat();
}

/** A new row after the one with this key, or at the end of a part. */
export function added(rows: readonly Row[], row: Row, after?: string): Row[] {
  const at = rows.findIndex(({ key }) => key === after);
  if (at >= 0) return rows.toSpliced(at + 1, 0, row);
  const last = rows.findLastIndex(({ part }) => part <= row.part);
  return rows.toSpliced(last + 1, 0, row);
}
