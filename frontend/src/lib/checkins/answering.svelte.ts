import type { CheckInAnswerInput, CheckInAskedFragment } from '$lib/api';
import { now } from '$lib/channels/dates';
import { OUTCOMES } from './outcomes';

interface Given {
  text: string;
  choice: number | null;
}

interface Known {
  /** Its id. */
  question: string;
  text: string;
  choice: number | null;
}

const PAUSE_MS = 800;

/** Answers while they are given: kept at every step where somebody keeps them. */
export class Answering {
  readonly questions: readonly CheckInAskedFragment[];
  given = $state<Record<string, Given>>({});
  savedAt = $state<string>();
  problem = $state.raw<unknown>();
  #keep: ((answers: CheckInAnswerInput[]) => Promise<unknown>) | undefined;
  #changed: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    questions: readonly CheckInAskedFragment[],
    known: readonly Known[],
    keep?: (answers: CheckInAnswerInput[]) => Promise<unknown>,
  ) {
    this.questions = questions;
    this.#keep = keep;
    for (const { id } of questions) {
      const before = known.find(({ question }) => question === id);
      this.given[id] = { text: before?.text ?? '', choice: before?.choice ?? null };
    }
  }

  choose(question: string, choice: number) {
    this.given[question]!.choice = choice;
    this.#note(question, 0);
  }

  write(question: string, text: string) {
    this.given[question]!.text = text;
    this.#note(question, PAUSE_MS);
  }

  isAnswered(question: CheckInAskedFragment): boolean {
    if (this.lacksReason(question)) return false;
    // What somebody wants to do next is an answer, whatever became of the last time.
    return needsChoice(question)
      ? this.given[question.id]!.choice !== null
      : this.#hasSome(question);
  }

  /** Those that must be answered and are not. */
  get missing() {
    return this.questions.filter((question) =>
      question.optional ? this.lacksReason(question) : !this.isAnswered(question),
    );
  }

  /** Whether somebody changed their mind: what they write then is why. */
  isChanged(question: CheckInAskedFragment): boolean {
    const { choice } = this.given[question.id]!;
    return question.kind === 'COMMITMENT' && choice === OUTCOMES.indexOf('CHANGED');
  }

  /** A changed mind has a reason, as on the page of a pair. */
  lacksReason(question: CheckInAskedFragment): boolean {
    return this.isChanged(question) && this.given[question.id]!.text.trim() === '';
  }

  /** Everything that was given. */
  get input(): CheckInAnswerInput[] {
    return this.questions.filter((each) => this.#hasSome(each)).map(({ id }) => this.#inputOf(id));
  }

  end() {
    clearTimeout(this.#timer);
    void this.#save();
  }

  /** Nothing more is kept: it was sent, or skipped. */
  stop() {
    clearTimeout(this.#timer);
    this.#changed = [];
  }

  #hasSome({ id }: CheckInAskedFragment) {
    const { text, choice } = this.given[id]!;
    return choice !== null || text.trim() !== '';
  }

  #inputOf(question: string): CheckInAnswerInput {
    const { text, choice } = this.given[question]!;
    return { question, text, choice };
  }

  #note(question: string, pause: number) {
    if (!this.#changed.includes(question)) this.#changed.push(question);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), pause);
  }

  async #save() {
    if (!this.#keep || this.#changed.length === 0) return;
    const changed = this.#changed;
    this.#changed = [];
    try {
      await this.#keep(changed.map((id) => this.#inputOf(id)));
      this.savedAt = now();
      this.problem = undefined;
    } catch (refusal) {
      this.#changed = [...changed, ...this.#changed.filter((id) => !changed.includes(id))];
      this.problem = refusal;
    }
  }
}

/** Whether there are words to choose among; beside them something can be written. */
export const takesChoice = ({ kind, commitment }: CheckInAskedFragment) =>
  kind === 'COMMITMENT' ? commitment !== null : kind !== 'SHORT_TEXT';

const needsChoice = ({ kind }: CheckInAskedFragment) =>
  kind !== 'SHORT_TEXT' && kind !== 'COMMITMENT';
