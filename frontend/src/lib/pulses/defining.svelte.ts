import type {
  DefinePulseInput,
  PulseCut,
  PulseKind,
  PulseQuestionInput,
  PulseQuestionKind,
  PulseTemplateFieldsFragment,
  PulseToChangeFragment,
  Role,
  UpdatePulseInput,
} from '$lib/api';
import { dayAt, instantOf, timeAt } from '$lib/prompts/days';

export type DefinableKind = Exclude<PulseKind, 'FOLLOW_UP'>;
export const KINDS: readonly DefinableKind[] = ['TRANSFER', 'REACTION', 'BASELINE'];
export const WAVES = [30, 60, 90] as const;
export const QUESTIONS_MAX = 12;
/** So many days after its session it is asked what came of it, at the earliest and at the latest. */
export const DAYS_TO_APPLY = [14, 28] as const;
/** Fewer people are never shown together. */
export const ENOUGH = 5;

interface Known {
  key: string;
  kind: PulseQuestionKind;
  words: string;
  options: readonly string[];
  about: string | null;
}

/** A session that a survey may follow. */
interface Followed {
  id: string;
  endsAt: string;
}

const DAY_MS = 86_400_000;
let next = 0;

/** A question while it is written; its key stays, so that waves can be compared. */
export class PulseQuestionDraft {
  readonly id = (next += 1);
  readonly key: string;
  kind = $state<PulseQuestionKind>('TEXT');
  words = $state('');
  /** One on each line. */
  options = $state('');
  about = $state<string | null>(null);

  constructor({ key, kind, words, options, about }: Known) {
    this.key = key;
    this.kind = kind;
    this.words = words;
    this.options = options.join('\n');
    this.about = about;
  }

  get lines() {
    return this.options
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }

  /** As it was written, to be kept meanwhile. */
  get written(): Known {
    const { key, kind, words, about } = this;
    return { key, kind, words, options: this.options.split('\n'), about };
  }

  get input(): PulseQuestionInput {
    const { key, kind, about } = this;
    const options = kind === 'SCALE' ? this.lines : [];
    return { key, kind, words: this.words.trim(), options, about };
  }
}

/** A pulse survey while it is written. */
export class PulseDefining {
  kind = $state<DefinableKind>('TRANSFER');
  session = $state('');
  title = $state('');
  questions = $state<PulseQuestionDraft[]>([]);
  audience = $state<readonly Role[]>(['LEARNER']);
  daysAfter = $state<number | null>(14);
  daysOpen = $state<number | null>(14);
  day = $state('');
  time = $state('09:00');
  waves = $state<readonly number[]>([...WAVES]);
  cut = $state<PulseCut | ''>('');
  enough = $state<number | null>(ENOUGH);
  askAtMost = $state<number | null>(null);
  readonly nonce = crypto.randomUUID();
  readonly #sessions: readonly Followed[];

  /** `sessions` are those that it may follow, in their order. */
  constructor(sessions: readonly Followed[] = []) {
    this.#sessions = sessions;
  }

  /** Whether its day is to be said: it follows no session, or one that is too long ago to count from. */
  get opensOnDay(): boolean {
    const ends = this.#sessions.find(({ id }) => id === this.session)?.endsAt;
    if (this.kind === 'BASELINE' || !ends) return this.kind !== 'REACTION';
    const days = this.kind === 'REACTION' ? 0 : (this.daysAfter ?? 0);
    return Date.parse(ends) + (days + (this.daysOpen ?? 0)) * DAY_MS <= Date.now();
  }

  /** A form for the end of a session follows one: the next that ends, unless another was chosen. */
  followNext() {
    if (this.kind !== 'REACTION' || this.session) return;
    const byEnd = [...this.#sessions].sort((a, b) => Date.parse(a.endsAt) - Date.parse(b.endsAt));
    const next = byEnd.find(({ endsAt }) => Date.parse(endsAt) > Date.now()) ?? byEnd.at(-1);
    this.session = next?.id ?? '';
  }

  /** What is asked already, to be changed. */
  static of(known: PulseToChangeFragment) {
    const draft = new PulseDefining();
    draft.title = known.title;
    draft.daysOpen = known.daysOpen;
    draft.day = dayAt(known.opensAt, known.zone);
    draft.time = timeAt(known.opensAt, known.zone);
    draft.questions = known.questions.map((question) => new PulseQuestionDraft(question));
    return draft;
  }

  /** All of it as one text, to be kept while it is written. */
  get words(): string {
    const { kind, session, title, audience, daysAfter, daysOpen, day, time } = this;
    const { waves, cut, enough, askAtMost } = this;
    const when = { session, daysAfter, daysOpen, day, time, waves };
    const questions = this.questions.map(({ written }) => written);
    return JSON.stringify({ kind, title, audience, ...when, cut, enough, askAtMost, questions });
  }

  /** Goes on with what was kept. */
  goOn(words: string) {
    const { questions, ...rest } = JSON.parse(words) as { questions: Known[] };
    Object.assign(this, rest);
    this.questions = questions.map((question) => new PulseQuestionDraft(question));
  }

  /** Begins with a template. */
  take({ title, questions, daysAfterSession, daysOpen, followUps }: PulseTemplateFieldsFragment) {
    this.title = title;
    this.questions = questions.map((question) => new PulseQuestionDraft(question));
    this.daysAfter = daysAfterSession;
    this.daysOpen = daysOpen;
    this.waves = followUps;
  }

  add() {
    const taken = this.questions.map(({ key }) => key);
    let number = this.questions.length + 1;
    while (taken.includes(`own-${number}`)) number += 1;
    this.questions.push(
      new PulseQuestionDraft({
        key: `own-${number}`,
        kind: 'TEXT',
        words: '',
        options: [],
        about: null,
      }),
    );
  }

  remove(question: PulseQuestionDraft) {
    this.questions = this.questions.filter(({ id }) => id !== question.id);
  }

  inputFor(community: string, zone: string): DefinePulseInput {
    const { kind, session, cut, nonce, enough, daysOpen, audience } = this;
    const isOnDay = this.day !== '' && this.opensOnDay;
    const isCounted = kind === 'TRANSFER' && session !== '' && !this.opensOnDay;
    // What is divided is not asked again: the two together could be subtracted.
    const waves = cut ? [] : [...this.waves];
    return {
      community,
      kind,
      session: session || null,
      title: this.title.trim(),
      questions: this.questions.map(({ input }) => input),
      audience: [...audience],
      opensAt: isOnDay ? instantOf(this.day, this.time, zone) : null,
      daysAfterSession: isCounted ? this.daysAfter : null,
      daysOpen,
      followUps: kind === 'BASELINE' ? waves : null,
      cut: cut || null,
      enough,
      askAtMost: kind === 'TRANSFER' ? this.askAtMost : null,
      nonce,
    };
  }

  /** Only what is another now: of one that is open much is fixed. */
  changes(known: PulseToChangeFragment): UpdatePulseInput {
    const before = PulseDefining.of(known);
    const input: UpdatePulseInput = { pulse: known.id };
    const [was, is] = [before, this].map((each) => each.questions.map((one) => one.input));
    if (this.title.trim() !== before.title) input.title = this.title.trim();
    if (this.daysOpen !== before.daysOpen) input.daysOpen = this.daysOpen;
    if (this.day !== before.day || this.time !== before.time) {
      input.opensAt = instantOf(this.day, this.time, known.zone);
    }
    if (JSON.stringify(was) !== JSON.stringify(is)) input.questions = is;
    return input;
  }
}
