import {
  PartAttendanceDoc,
  RecordAttendanceDoc,
  mutate,
  refetch,
  type AttendanceFieldsFragment,
  type AttendanceState,
} from '$lib/api';
import { attempt } from '$lib/ui/attempt';
import { SvelteMap } from 'svelte/reactivity';

export interface Mark {
  person: string;
  state: AttendanceState | null;
}

/** Who was recorded for a part, by person. They come a hundred at a time. */
async function recordedFor(part: string, after?: string): Promise<AttendanceFieldsFragment[]> {
  const { node } = await refetch(PartAttendanceDoc, { part, after });
  const page = node && 'attendance' in node ? node.attendance : undefined;
  if (!page) return [];
  const rows = page.edges.map(({ node }) => node);
  const { hasNextPage, endCursor } = page.pageInfo;
  return hasNextPage && endCursor ? [...rows, ...(await recordedFor(part, endCursor))] : rows;
}

/** The roster of one part. A mark stands at once, and goes back to what it was when it is refused. */
export class RosterOfPart {
  readonly part: string;
  #recorded = new SvelteMap<string, AttendanceFieldsFragment>();
  #ahead = new SvelteMap<string, AttendanceState | null>();
  #last: Promise<unknown> = Promise.resolve();
  #undos: { marks: Mark[]; names: string }[] = $state.raw([]);
  isLoaded = $state(false);

  constructor(part: string) {
    this.part = part;
    void this.load();
  }

  async load() {
    const rows = await attempt(() => recordedFor(this.part));
    for (const row of rows ?? []) if (row.person) this.#recorded.set(row.person.id, row);
    this.isLoaded = true;
  }

  recordOf = (person: string) => this.#recorded.get(person);

  stateOf = (person: string): AttendanceState | null =>
    this.#ahead.has(person)
      ? (this.#ahead.get(person) ?? null)
      : (this.#recorded.get(person)?.state ?? null);

  /** People who were recorded, members or not any more. */
  get people() {
    return [...this.#recorded.values()].flatMap(({ person, state }) =>
      person && state ? [person] : [],
    );
  }

  get lastUndo() {
    return this.#undos.at(-1);
  }

  /** Whether it stands now. `names` says of whom, for the offer to take it back. */
  async mark(marks: Mark[], names: string): Promise<boolean> {
    const changed = marks.filter(({ person, state }) => this.stateOf(person) !== state);
    if (changed.length === 0) return true;
    const before = changed.map(({ person }) => ({ person, state: this.stateOf(person) }));
    const undo = { marks: before, names };
    this.#undos = [...this.#undos, undo];
    const stands = await this.#record(changed);
    if (!stands) this.#undos = this.#undos.filter((one) => one !== undo);
    return stands;
  }

  async undo() {
    const last = this.#undos.at(-1);
    this.#undos = this.#undos.slice(0, -1);
    if (last) await this.#record(last.marks);
    return last;
  }

  async note(person: string, note: string) {
    const marks = [{ person, state: this.stateOf(person) }];
    await mutate(RecordAttendanceDoc, { input: { part: this.part, marks, note } });
    await this.load();
  }

  async #record(marks: Mark[]): Promise<boolean> {
    for (const { person, state } of marks) this.#ahead.set(person, state);
    const input = { part: this.part, marks };
    // One after the other: what was said last is what stands.
    const turn = this.#last.then(() => attempt(() => mutate(RecordAttendanceDoc, { input })));
    this.#last = turn;
    const done = await turn;
    if (done) await this.load();
    for (const { person, state } of marks) {
      if (this.#ahead.get(person) === state) this.#ahead.delete(person);
    }
    return Boolean(done);
  }
}
