import { SetAgendaDoc, mutate, says, type SegmentFieldsFragment } from '$lib/api';
import { added, isSame, moved, newRow, plansOf, rowsOf, type Row } from './agenda';

const PAUSE_MS = 900;

interface Written {
  id: string;
  agenda: SegmentFieldsFragment[];
  parts: { number: number }[];
}

/** The rows of an agenda. What is typed is kept by itself after a pause, so that its checks are current. */
export class AgendaDesk {
  #session: () => Written;
  #saved: Row[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  rows = $state<Row[]>([]);
  isSaving = $state(false);
  error = $state<string>();

  constructor(session: () => Written) {
    this.#session = session;
    this.#saved = rowsOf(session().agenda);
    this.rows = rowsOf(session().agenda);
  }

  get isSaved() {
    return isSame(this.rows, this.#saved);
  }

  /** Somebody else wrote it meanwhile: theirs stands, unless something of one's own is not kept yet. */
  follow(agenda: SegmentFieldsFragment[]) {
    const theirs = rowsOf(agenda);
    if (isSame(theirs, this.#saved)) return;
    const isUntouched = this.isSaved && !this.isSaving;
    this.#saved = theirs;
    if (isUntouched) this.rows = rowsOf(agenda);
  }

  touched = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE_MS);
  };

  /** Keeps what is typed now; asked while it is kept, it does so once more afterwards. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#saving;
    if (this.isSaved) return;
    this.#saving = this.#send();
    await this.#saving;
  }

  async #send() {
    const sent = $state.snapshot(this.rows);
    this.isSaving = true;
    this.error = undefined;
    // What the answer puts into the cache is one's own.
    const before = this.#saved;
    this.#saved = sent;
    try {
      const input = { session: this.#session().id, segments: plansOf(sent) };
      await mutate(SetAgendaDoc, { input });
    } catch (refusal) {
      this.#saved = before;
      this.error = says(refusal);
    } finally {
      this.isSaving = false;
      this.#saving = undefined;
    }
  }

  change(rows: Row[]) {
    this.rows = rows;
    this.touched();
  }

  /** The key of the new row. */
  add(part: number, after?: string): string {
    const row = newRow(part);
    this.change(added(this.rows, row, after));
    return row.key;
  }

  move(key: string, step: -1 | 1) {
    this.change(moved(this.rows, key, step, this.#session().parts.length));
  }

  /** Returns how to take it back. */
  remove(key: string): () => void {
    const before = $state.snapshot(this.rows);
    this.change(this.rows.filter((row) => row.key !== key));
    return () => this.change(before);
  }
}
