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
import { momentThere } from '$lib/sessions/when';

export const KINDS = ['SCALE', 'SHORT_TEXT', 'CHOICE', 'COMMITMENT', 'MISCONCEPTION'] as const;
export const VISIBILITIES = ['COHORT', 'FACILITATORS', 'PAIR', 'ANONYMOUS'] as const;
/** How often something comes back, without how many times. */
export const RHYTHMS = {
  weekly: 'FREQ=WEEKLY',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
  quarterly: 'FREQ=MONTHLY;INTERVAL=3',
} as const;
type Named = keyof typeof RHYTHMS;
/** What was planned elsewhere may come back by a rule that has no name here: it is kept. */
export type Rhythm = Named | 'once' | 'kept';
/** So many times, unless somebody says otherwise. */
export const TIMES = 6;

/** "FREQ=WEEKLY;COUNT=6" */
export const ruleOf = (rhythm: Named, times = TIMES) => `${RHYTHMS[rhythm]};COUNT=${times}`;

/** Who reads the answers, as whoever plans it reads that: of others, who answer. */
export const whoWillSee = (visibility: CheckInVisibility, kind: CheckInQuestionKind) =>
  t('question-sees-is', {
    visibility: visibility === 'ANONYMOUS' && kind === 'SHORT_TEXT' ? 'WORDS' : visibility,
  });

/** As many days of what comes back are written out. */
const WRITTEN_OUT = 6;

/** "Wed, 2 December, 09:00; Wed, 9 December, 09:00; and 98 more times" */
export function opensWords(opens: readonly string[], zone: string): string {
  const days = opens.slice(0, WRITTEN_OUT).map((each) => momentThere(zone, each));
  const more = opens.length - days.length;
  return [...days, ...(more > 0 ? [t('check-in-opens-more', { count: more })] : [])].join('; ');
}

/** By what name a rule is known here, and how many times it comes. */
function rhythmOf(rrule: string | null): { rhythm: Rhythm; times: number } {
  if (rrule === null) return { rhythm: 'once', times: TIMES };
  const times = Number(/;COUNT=(\d+)$/.exec(rrule)?.[1] ?? TIMES);
  const known = (Object.keys(RHYTHMS) as Named[]).find((each) => ruleOf(each, times) === rrule);
  return { rhythm: known ?? 'kept', times };
}

export const takesWords = (kind: CheckInQuestionKind) =>
  kind === 'SCALE' || kind === 'CHOICE' || kind === 'MISCONCEPTION';

/** As long may a statement of a re-check be. */
const STATEMENT_MAX = 300;

/** What was corrected, and can be asked about again. */
interface Corrected {
  id: string;
  number: number;
  claim: string;
  holds: string;
}

type Known = CheckInToChangeFragment['questions'][number];
type Written = QuestionDraft['written'];

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
  /** The id of what a re-check asks about; nothing where its statements are somebody's own. */
  misconception = $state('');
  /** Which of its two statements says that. */
  mistaken = $state<'0' | '1'>('0');
  /** What it asked about before it was changed. */
  known: Known['misconception'] = null;
  /** The statements that came with what was chosen. */
  #offered = '';

  constructor(kind: CheckInQuestionKind = 'SHORT_TEXT', options = '') {
    this.kind = kind;
    this.options = options;
  }

  static of({ kind, words, options, visibility, optional, misconception, mistaken }: Known) {
    const draft = new QuestionDraft(kind, options.join('\n'));
    draft.words = words;
    draft.visibility = visibility;
    draft.optional = optional;
    draft.known = misconception;
    draft.misconception = misconception?.id ?? '';
    draft.mistaken = mistaken === 1 ? '1' : '0';
    return draft;
  }

  /** Asks about this again, in its own words where nobody wrote others; about none where there is none. */
  about(corrected: Corrected | string) {
    if (typeof corrected === 'string') return void (this.misconception = corrected);
    this.misconception = corrected.id;
    if (this.options.trim() && this.options !== this.#offered) return;
    const { number, claim, holds } = corrected;
    // The wrong one is not always the first; what is too long for a statement is left to be written.
    const both = number % 2 === 0 ? [holds, claim] : [claim, holds];
    const fitting = both.filter(({ length }) => length <= STATEMENT_MAX);
    this.mistaken = fitting[0] === claim ? '0' : '1';
    this.options = this.#offered = fitting.join('\n');
  }

  /** Goes on with what was kept. */
  static again(written: Written) {
    return Object.assign(new QuestionDraft(), written);
  }

  /** As it was written, to be kept meanwhile. */
  get written() {
    const { kind, words, options, visibility, optional, misconception, mistaken } = this;
    return { kind, words, options, visibility, optional, misconception, mistaken };
  }

  get input(): CheckInQuestionInput {
    const { kind, words, visibility, optional, misconception } = this;
    const options = takesWords(kind)
      ? this.options
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
      : [];
    const again =
      kind === 'MISCONCEPTION' && misconception
        ? { misconception, mistaken: Number(this.mistaken) }
        : {};
    return { kind, words: words.trim(), options, visibility, optional, ...again };
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
  times = $state<number | null>(TIMES);
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
    Object.assign(draft, rhythmOf(known.rrule));
    draft.#rule = known.rrule;
    if (known.daysAfterSession !== null) {
      draft.session = known.session?.id ?? '';
      draft.daysAfter = known.daysAfterSession;
    }
    return draft;
  }

  /** All of it as one text, to be kept while it is written. */
  get words(): string {
    const { title, session, daysAfter, day, time, rhythm, times, daysOpen, audience } = this;
    const questions = this.questions.map(({ written }) => written);
    const when = { session, daysAfter, day, time, rhythm, times, daysOpen };
    return JSON.stringify({ title, ...when, audience, questions });
  }

  /** Goes on with what was kept. */
  take(words: string) {
    const { questions, ...rest } = JSON.parse(words) as { questions: Written[] };
    Object.assign(this, rest);
    this.questions = questions.map((written) => QuestionDraft.again(written));
  }

  /** When it opens: after a session, or on a day. */
  schedule(community: string, zone: string): CheckInScheduleInput {
    if (this.session) {
      return { community, session: this.session, daysAfterSession: this.daysAfter };
    }
    const opensAt = this.day ? instantOf(this.day, this.time, zone) : null;
    return { community, opensAt, rrule: this.#rrule };
  }

  get #rrule(): string | null {
    if (this.rhythm === 'once') return null;
    if (this.rhythm === 'kept') return this.#rule;
    return ruleOf(this.rhythm, this.times ?? TIMES);
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
