import type { Role, SpacePromptsInput, SpacedKind, SpacedQuestionInput } from '$lib/api';
import { USUAL_DAYS, nextDay } from './spacing';

export const QUESTIONS_MAX = 10;
export const KINDS: readonly SpacedKind[] = ['RECALL', 'APPLY'];

interface Written {
  kind: SpacedKind;
  title: string;
  body: string;
  expected: string;
  days: number | null;
  minutes: number | null;
}

let next = 0;

/** A question of a series while it is written. */
export class SpacedDraft {
  readonly id = (next += 1);
  kind = $state<SpacedKind>('RECALL');
  title = $state('');
  body = $state('');
  expected = $state('');
  days = $state<number | null>(null);
  minutes = $state<number | null>(5);

  constructor(written: Partial<Written>) {
    Object.assign(this, written);
  }

  get written(): Written {
    const { kind, title, body, expected, days, minutes } = this;
    return { kind, title, body, expected, days, minutes };
  }

  get input(): SpacedQuestionInput {
    const { kind, days, minutes } = this;
    const words = { title: this.title.trim(), body: this.body.trim() };
    // What is applied at work has no words to be recalled.
    const expected = kind === 'RECALL' ? this.expected.trim() || null : null;
    return { kind, ...words, expected, days, minutes };
  }
}

/** A series of questions while it is written. */
export class SeriesDraft {
  session = $state('');
  channel = $state('');
  title = $state('');
  audience = $state<readonly Role[]>(['LEARNER']);
  questions = $state<SpacedDraft[]>([]);
  readonly nonce = crypto.randomUUID();

  constructor() {
    // First what one remembers, then what came of it.
    this.questions = USUAL_DAYS.map(
      (days, at) => new SpacedDraft({ days, kind: at < 3 ? 'RECALL' : 'APPLY' }),
    );
  }

  add() {
    const days = nextDay(this.questions.map((each) => each.days));
    this.questions.push(new SpacedDraft({ days, kind: 'APPLY' }));
  }

  remove({ id }: SpacedDraft) {
    this.questions = this.questions.filter((each) => each.id !== id);
  }

  /** It changes places with its neighbour; the days stay where they are. */
  move(question: SpacedDraft, by: 1 | -1) {
    const at = this.questions.findIndex(({ id }) => id === question.id);
    const other = this.questions[at + by];
    if (!other) return;
    [question.days, other.days] = [other.days, question.days];
    const moved = [...this.questions];
    [moved[at], moved[at + by]] = [other, question];
    this.questions = moved;
  }

  /** All of it as one text, to be kept while it is written. */
  get words(): string {
    const { session, channel, title, audience } = this;
    const questions = this.questions.map(({ written }) => written);
    return JSON.stringify({ session, channel, title, audience, questions });
  }

  /** Goes on with what was kept. */
  take(words: string) {
    const { questions, ...rest } = JSON.parse(words) as { questions: Written[] };
    Object.assign(this, rest);
    this.questions = questions.map((written) => new SpacedDraft(written));
  }

  get input(): SpacePromptsInput {
    const { session, channel, audience, nonce } = this;
    const questions = this.questions.map(({ input }) => input);
    const title = this.title.trim();
    return { session, channel, title, audience: [...audience], questions, nonce };
  }
}
