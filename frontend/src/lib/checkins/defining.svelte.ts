import type {
  CheckInQuestionInput,
  CheckInQuestionKind,
  CheckInScheduleInput,
  CheckInToChangeFragment,
  CheckInVisibility,
  Role,
  UpdateCheckInInput,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { dayAt, instantOf, timeAt } from '$lib/prompts/days';

export const KINDS = ['SCALE', 'SHORT_TEXT', 'CHOICE', 'COMMITMENT', 'MISCONCEPTION'] as const;
export const VISIBILITIES = ['COHORT', 'FACILITATORS', 'PAIR', 'ANONYMOUS'] as const;
export const RHYTHMS = {
  once: undefined,
  weekly: 'FREQ=WEEKLY;COUNT=6',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2;COUNT=6',
  monthly: 'FREQ=MONTHLY;COUNT=6',
} as const;
/** What was planned elsewhere may come back by a rule that has no name here: it is kept. */
export type Rhythm = keyof typeof RHYTHMS | 'kept';

const rhythmOf = (rrule: string | null) =>
  (Object.keys(RHYTHMS) as (keyof typeof RHYTHMS)[]).find(
    (each) => RHYTHMS[each] === (rrule ?? undefined),
  ) ?? 'kept';

export const takesWords = (kind: CheckInQuestionKind) =>
  kind === 'SCALE' || kind === 'CHOICE' || kind === 'MISCONCEPTION';

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

let next = 0;

export class QuestionDraft {
  readonly key = (next += 1);
  kind = $state<CheckInQuestionKind>('SHORT_TEXT');
  words = $state('');
  /** One on each line. */
  options = $state('');
  visibility = $state<CheckInVisibility>('COHORT');
  optional = $state(false);

  constructor(kind: CheckInQuestionKind = 'SHORT_TEXT', options = '') {
    this.kind = kind;
    this.options = options;
  }

  static of({ kind, words, options, visibility, optional }: CheckInQuestionInput) {
    const draft = new QuestionDraft(kind, options?.join('\n'));
    draft.words = words;
    draft.visibility = visibility ?? draft.visibility;
    draft.optional = optional ?? false;
    return draft;
  }

  get input(): CheckInQuestionInput {
    const { kind, words, visibility, optional } = this;
    const options = takesWords(kind)
      ? this.options
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
      : [];
    return { kind, words: words.trim(), options, visibility, optional };
  }
}

/** A check-in while it is written. */
export class Defining {
  title = $state('');
  questions = $state([
    new QuestionDraft('SCALE', t('check-in-scale')),
    new QuestionDraft('SHORT_TEXT'),
  ]);
  session = $state('');
  daysAfter = $state<number | null>(14);
  day = $state('');
  time = $state('09:00');
  rhythm = $state<Rhythm>('once');
  daysOpen = $state<number | null>(7);
  audience = $state<readonly Role[]>(['LEARNER']);
  readonly nonce = crypto.randomUUID();
  #rule: string | null = null;

  /** What is asked already, to be changed. */
  static of(known: CheckInToChangeFragment) {
    const draft = new Defining();
    draft.title = known.title;
    draft.questions = known.questions.map((question) => QuestionDraft.of(question));
    draft.audience = known.audience;
    draft.daysOpen = known.daysOpen;
    draft.day = dayAt(known.opensAt, known.zone);
    draft.time = timeAt(known.opensAt, known.zone);
    draft.rhythm = rhythmOf(known.rrule);
    draft.#rule = known.rrule;
    if (known.daysAfterSession !== null) {
      draft.session = known.session?.id ?? '';
      draft.daysAfter = known.daysAfterSession;
    }
    return draft;
  }

  /** When it opens: after a session, or on a day. */
  schedule(community: string, zone: string): CheckInScheduleInput {
    if (this.session) {
      return { community, session: this.session, daysAfterSession: this.daysAfter };
    }
    const opensAt = this.day ? instantOf(this.day, this.time, zone) : null;
    const rrule = this.rhythm === 'kept' ? this.#rule : RHYTHMS[this.rhythm];
    return { community, opensAt, rrule: rrule ?? null };
  }

  /** Only what is another now: of one that is open much is fixed, and what stays is not said again. */
  changes(known: CheckInToChangeFragment): UpdateCheckInInput {
    const before = Defining.of(known);
    const [was, is] = [before, this].map(({ title, daysOpen, audience, questions }) => ({
      title: title.trim(),
      daysOpen,
      audience: [...audience].sort(),
      questions: questions.map(({ input }) => input),
    }));
    const given = Object.entries(is!).filter(
      ([name, value]) => !isSame(value, was![name as keyof typeof was]),
    );
    const [then, now] = [before, this].map((each) => {
      const { opensAt, daysAfterSession, rrule } = each.schedule('', known.zone);
      return { opensAt, daysAfterSession, rrule };
    });
    // When it opens is one thing: whoever says a part of it says all of it.
    return {
      checkIn: known.id,
      ...Object.fromEntries(given),
      ...(isSame(then, now) ? {} : now),
    };
  }

  add() {
    this.questions.push(new QuestionDraft());
  }

  remove(question: QuestionDraft) {
    this.questions = this.questions.filter(({ key }) => key !== question.key);
  }
}
