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

interface Known {
  key: string;
  kind: PulseQuestionKind;
  words: string;
  options: readonly string[];
  about: string | null;
}

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
  enough = $state<number | null>(5);
  askAtMost = $state<number | null>(null);
  readonly nonce = crypto.randomUUID();

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
    const isTransfer = kind === 'TRANSFER' && session !== '';
    const isOnDay = this.day !== '' && !isTransfer && kind !== 'REACTION';
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
      daysAfterSession: isTransfer ? this.daysAfter : null,
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
