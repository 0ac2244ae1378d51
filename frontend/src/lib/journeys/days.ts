import { parseDate } from '@internationalized/date';
import type { ItemFieldsFragment, PlanQuery, StepFieldsFragment } from '$lib/api';
import { dayAt } from '$lib/prompts/days';

type Community = NonNullable<PlanQuery['community']>;
export type PlannedSession = Community['sessions']['edges'][number]['node'];
export type PlannedJourney = Community['journeys'][number];

/** What happens to one step on one day: for everybody, or for some people each by themself. */
export interface PlannedItem {
  key: string;
  journey: PlannedJourney;
  /** What it does; nothing when it was taken out of the journey. */
  step?: StepFieldsFragment;
  item: ItemFieldsFragment;
  /** All of them, when it happens once for each person. */
  items: ItemFieldsFragment[];
}

export interface PlannedDay {
  day: string;
  sessions: PlannedSession[];
  items: PlannedItem[];
}

/** What was done before it was due. */
export const isEarly = ({ state, doneAt, dueAt }: ItemFieldsFragment) =>
  state === 'DONE' && doneAt !== null && Date.parse(doneAt) < Date.parse(dueAt);

/** When it stands in the plan: when it is due, or was done if that was earlier. */
export const momentOf = (item: ItemFieldsFragment) => (isEarly(item) ? item.doneAt! : item.dueAt);

/** The items of a journey by step, day and state: what happens once for each person is one line. */
function gathered(journey: PlannedJourney, zone: string): PlannedItem[] {
  const lines = new Map<string, PlannedItem>();
  for (const { node: item } of journey.items.edges) {
    const each = item.person
      ? `${item.step?.key} ${dayAt(momentOf(item), zone)} ${item.state} ${item.why ?? ''}`
      : item.id;
    const key = `${journey.id} ${each}`;
    const known = lines.get(key);
    if (known) known.items.push(item);
    else {
      const step = journey.steps.find((each) => each.key === item.step?.key);
      lines.set(key, { key, journey, step, item, items: [item] });
    }
  }
  return [...lines.values()];
}

/** What happens by itself around a session, as far as it does, in the order of time. */
export const linesOf = (journeys: readonly PlannedJourney[], zone: string) =>
  journeys
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .flatMap((journey) => gathered(journey, zone))
    .filter(({ item }) => item.state !== 'SKIPPED')
    .sort((one, other) => Date.parse(momentOf(one.item)) - Date.parse(momentOf(other.item)));

/** Every day on which something takes place or is to happen, in order, by the clocks of the community. */
export function daysOf({ zone, sessions, journeys }: Community): PlannedDay[] {
  const days = new Map<string, PlannedDay>();
  const dayOf = (iso: string) => {
    const day = dayAt(iso, zone);
    const known = days.get(day) ?? { day, sessions: [], items: [] };
    days.set(day, known);
    return known;
  };
  for (const { node } of sessions.edges) dayOf(node.startsAt).sessions.push(node);
  for (const journey of journeys.filter(({ withdrawnAt }) => !withdrawnAt)) {
    for (const line of gathered(journey, zone)) dayOf(momentOf(line.item)).items.push(line);
  }
  for (const { items } of days.values()) {
    items.sort((one, other) => Date.parse(momentOf(one.item)) - Date.parse(momentOf(other.item)));
  }
  return [...days.values()].sort((one, other) => one.day.localeCompare(other.day));
}

/** A day from morning to evening: a session stands between what comes before it and after it. */
export const hoursOf = ({ sessions, items }: PlannedDay) =>
  [
    ...sessions.map((session) => ({ at: Date.parse(session.startsAt), key: session.id, session })),
    ...items.map((line) => ({ at: Date.parse(momentOf(line.item)), key: line.key, line })),
  ].sort((one, other) => one.at - other.at) as {
    key: string;
    session?: PlannedSession;
    line?: PlannedItem;
  }[];

const OPEN = ['PENDING', 'WAITING', 'FAILED'];

/** Whether its step can be put at another time: what happened stays, what counts for each does too. */
export const isMovable = ({ journey, step, item }: PlannedItem) =>
  journey.viewerCanEdit && !item.person && step !== undefined && OPEN.includes(item.state);

/** So many days after the last one are shown, so that something can be put there. */
const BEYOND = 7;

/** The days from one on with the free days between them, each gap under the day that follows it. */
export function withGaps(days: readonly PlannedDay[], from: string) {
  const rows: { free: string[]; day?: PlannedDay }[] = [];
  let next = parseDate(from);
  for (const day of days) {
    const free: string[] = [];
    for (; next.toString() < day.day; next = next.add({ days: 1 })) free.push(next.toString());
    rows.push({ free, day });
    next = parseDate(day.day).add({ days: 1 });
  }
  const beyond = Array.from({ length: BEYOND }, (_, more) => next.add({ days: more }).toString());
  return [...rows, { free: beyond }];
}
