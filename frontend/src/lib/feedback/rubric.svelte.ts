import type {
  CreateFeedbackRoundInput,
  FeedbackRoundFieldsFragment,
  RubricCriterionInput,
  UpdateFeedbackRoundInput,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { dayAt, instantOf, timeAt } from '$lib/prompts/days';

export const CRITERIA = { min: 2, max: 6 } as const;
export const LEVELS = { min: 3, max: 5 } as const;

let next = 0;

/** One thing that is looked at, while the rubric is written. */
export class CriterionDraft {
  readonly id = (next += 1);
  title = $state('');
  levels = $state<string[]>([]);

  constructor(title = '', levels: readonly string[] = ['', '', '']) {
    this.title = title;
    this.levels = [...levels];
  }

  get input(): RubricCriterionInput {
    return { title: this.title.trim(), levels: this.levels.map((level) => level.trim()) };
  }
}

/** What anybody can look at in what somebody applied: to begin with. */
const usual = () =>
  (['did', 'seen', 'next'] as const).map(
    (about) =>
      new CriterionDraft(
        t('rubric-usual', { about }),
        ([0, 1, 2] as const).map((level) => t(`rubric-usual-${about}`, { level })),
      ),
  );

/** A round of feedback while it is written. */
/** What of a rubric the server names when it is not as it should be. */
export const RUBRIC_FIELDS = ['criteria', 'criteria.*.title', 'criteria.*.levels'];

export class RoundDraft {
  title = $state('');
  body = $state('');
  channel = $state('');
  session = $state('');
  criteria = $state<CriterionDraft[]>([]);
  each = $state<number | null>(2);
  days = $state<number | null>(5);
  /** The last day on which something is taken in, and the time on it; none without a day. */
  day = $state('');
  time = $state('17:00');
  readonly nonce = crypto.randomUUID();

  constructor() {
    this.criteria = usual();
  }

  static of(known: FeedbackRoundFieldsFragment, zone: string) {
    const draft = new RoundDraft();
    const { title, body, each, days, closesAt } = known;
    Object.assign(draft, { title, body, each, days });
    draft.criteria = known.criteria.map(({ title, levels }) => new CriterionDraft(title, levels));
    if (closesAt) [draft.day, draft.time] = [dayAt(closesAt, zone), timeAt(closesAt, zone)];
    return draft;
  }

  add() {
    this.criteria.push(
      new CriterionDraft(
        '',
        this.criteria.at(-1)?.levels.map(() => ''),
      ),
    );
  }

  remove({ id }: CriterionDraft) {
    this.criteria = this.criteria.filter((each) => each.id !== id);
  }

  /** It changes places with its neighbour. */
  move({ id }: CriterionDraft, by: 1 | -1) {
    const at = this.criteria.findIndex((each) => each.id === id);
    const moved = [...this.criteria];
    const [one, other] = [moved[at], moved[at + by]];
    if (!one || !other) return;
    [moved[at], moved[at + by]] = [other, one];
    this.criteria = moved;
  }

  /** All of it as one text, to be kept while it is written. */
  get words(): string {
    const { title, body, channel, session, each, days, day, time } = this;
    const criteria = this.criteria.map(({ input }) => input);
    return JSON.stringify({ title, body, channel, session, each, days, day, time, criteria });
  }

  /** Goes on with what was kept. */
  take(words: string) {
    const { criteria, ...rest } = JSON.parse(words) as { criteria: RubricCriterionInput[] };
    Object.assign(this, rest);
    this.criteria = criteria.map(({ title, levels }) => new CriterionDraft(title, levels));
  }

  closesAt(zone: string): string | null {
    return this.day ? instantOf(this.day, this.time, zone) : null;
  }

  inputFor(community: string, zone: string): CreateFeedbackRoundInput {
    const { title, body, channel, session, nonce } = this;
    return {
      community,
      channel,
      session: session || null,
      title: title.trim(),
      body: body.trim(),
      criteria: this.criteria.map(({ input }) => input),
      each: this.each ?? 2,
      days: this.days ?? 5,
      closesAt: this.closesAt(zone),
      nonce,
    };
  }

  /** Only what is another now: a rubric by which feedback was given is fixed. */
  changes(known: FeedbackRoundFieldsFragment, zone: string): UpdateFeedbackRoundInput {
    const before = RoundDraft.of(known, zone);
    const [was, is] = [before, this].map((each) => each.criteria.map(({ input }) => input));
    const input: UpdateFeedbackRoundInput = { round: known.id };
    if (this.title.trim() !== before.title) input.title = this.title.trim();
    if (this.body.trim() !== before.body) input.body = this.body.trim();
    if (this.each !== before.each) input.each = this.each;
    if (this.days !== before.days) input.days = this.days;
    if (this.closesAt(zone) !== before.closesAt(zone)) input.closesAt = this.closesAt(zone);
    if (JSON.stringify(was) !== JSON.stringify(is)) input.criteria = is;
    return input;
  }
}
