import type {
  CheckInQuestionInput,
  CheckInQuestionKind,
  CheckInScheduleInput,
  CheckInVisibility,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { instantOf } from '$lib/prompts/days';

export const KINDS = ['SCALE', 'SHORT_TEXT', 'CHOICE', 'COMMITMENT', 'MISCONCEPTION'] as const;
export const VISIBILITIES = ['COHORT', 'FACILITATORS', 'PAIR', 'ANONYMOUS'] as const;
export const RHYTHMS = {
  once: undefined,
  weekly: 'FREQ=WEEKLY;COUNT=6',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2;COUNT=6',
  monthly: 'FREQ=MONTHLY;COUNT=6',
} as const;
export type Rhythm = keyof typeof RHYTHMS;

export const takesWords = (kind: CheckInQuestionKind) =>
  kind === 'SCALE' || kind === 'CHOICE' || kind === 'MISCONCEPTION';

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
  readonly nonce = crypto.randomUUID();

  /** When it opens: after a session, or on a day. */
  schedule(community: string, zone: string): CheckInScheduleInput {
    if (this.session) {
      return { community, session: this.session, daysAfterSession: this.daysAfter };
    }
    const opensAt = this.day ? instantOf(this.day, this.time, zone) : null;
    return { community, opensAt, rrule: RHYTHMS[this.rhythm] ?? null };
  }

  add() {
    this.questions.push(new QuestionDraft());
  }

  remove(question: QuestionDraft) {
    this.questions = this.questions.filter(({ key }) => key !== question.key);
  }
}
