/** Levels while they are chosen: for each criterion the one that was seen, or that nothing can be said. */
export const CANNOT_SAY = 'none';

export class Marking {
  /** What the radio buttons hold; empty until something is chosen. */
  chosen = $state<string[]>([]);

  constructor(criteria: readonly unknown[], marks: readonly (number | null)[]) {
    this.chosen = criteria.map((_, at) => {
      if (marks.length === 0) return '';
      return marks[at] === null || marks[at] === undefined ? CANNOT_SAY : String(marks[at]);
    });
  }

  /** The first criterion that nothing was chosen for. */
  get missing(): number | undefined {
    const at = this.chosen.indexOf('');
    return at < 0 ? undefined : at;
  }

  /** All of it as one text, to be kept on this device. */
  get words(): string {
    return JSON.stringify(this.chosen);
  }

  /** Goes on with what was kept, as far as the rubric is the same. */
  take(words: string) {
    const kept = JSON.parse(words) as string[];
    if (kept.length === this.chosen.length) this.chosen = kept;
  }

  get marks(): (number | null)[] {
    return this.chosen.map((each) => (each === CANNOT_SAY || each === '' ? null : Number(each)));
  }
}
