import type { AskingPlaceFragment, DayUnit, DueRuleInput, Role } from '$lib/api';
import { dayAt, instantOf, shifted, timeAt } from './days';

export type DueKind = 'rule' | 'day' | 'never';

/** What a prompt or pre-work says of itself, as a form holds it. */
export interface Given {
  session: { id: string } | null;
  due: { days: number; unit: DayUnit; at: string } | null;
  dueAt: string | null;
  minutes: number | null;
  audience: readonly Role[];
  objectives: readonly { id: string }[];
}

/** When something is asked, of whom, and what for: the part that prompts and pre-work share. */
export class Asking {
  session = $state('');
  kind = $state<DueKind>('rule');
  days = $state('2');
  side = $state<'BEFORE' | 'AFTER'>('BEFORE');
  unit = $state<DayUnit>('WORKING');
  at = $state('17:00');
  day = $state('');
  time = $state('17:00');
  minutes = $state('');
  audience = $state<Role[]>(['LEARNER']);
  objectives = $state<string[]>([]);
  readonly place: AskingPlaceFragment;
  /** The instant by which it was due when the form was opened, as the form says it. */
  #stood: string | null = null;
  #wasDay = false;

  constructor(place: AskingPlaceFragment, given?: Given) {
    this.place = place;
    if (!given) return;
    this.#take(given);
    this.#stood = this.dueAt;
    this.#wasDay = this.dueKind === 'day';
  }

  get sessions() {
    return this.place.sessions.edges.map(({ node }) => node);
  }

  get chosen() {
    return this.sessions.find(({ id }) => id === this.session);
  }

  /** Days are counted from a session; without one there is a day, or none. */
  get dueKind(): DueKind {
    return this.kind === 'rule' && !this.chosen ? 'day' : this.kind;
  }

  get rule(): DueRuleInput {
    const days = Math.abs(Number.parseInt(this.days, 10) || 0);
    return { days: this.side === 'BEFORE' ? -days || 0 : days, unit: this.unit, at: this.at };
  }

  /** The instant that is meant, as far as it can be told. */
  get dueAt(): string | null {
    const { zone, calendar } = this.place;
    const kind = this.dueKind;
    try {
      if (kind === 'rule' && this.chosen) {
        const { days, unit, at } = this.rule;
        const from = dayAt(this.chosen.startsAt, zone);
        return instantOf(shifted(from, days, unit, calendar), at, zone);
      }
      return kind === 'day' && this.day ? instantOf(this.day, this.time, zone) : null;
    } catch {
      // Half of a date is typed.
      return null;
    }
  }

  /** Chooses a session, and the objectives that it serves. */
  choose(session: string) {
    this.session = session;
    const serves = this.chosen?.objectives.map(({ id }) => id) ?? [];
    if (this.objectives.length === 0) this.objectives = serves;
    if (session && this.kind !== 'never' && !this.day) this.kind = 'rule';
  }

  get input() {
    const minutes = Number.parseInt(this.minutes, 10);
    return {
      session: this.session || null,
      due: this.dueKind === 'rule' ? this.rule : null,
      dueAt: this.dueKind === 'day' ? this.dueAt : null,
      minutes: Number.isNaN(minutes) ? null : minutes,
      audience: this.audience,
      objectives: this.objectives,
    };
  }

  /**
   * As `input`, for something that is there: what is not said by a rule is said by an instant, or none. A
   * day that stays is not said again: it may have passed since.
   */
  get change() {
    const { due, dueAt, ...rest } = this.input;
    if (due) return { ...rest, due };
    return this.#wasDay && dueAt === this.#stood ? rest : { ...rest, dueAt };
  }

  #take({ session, due, dueAt, minutes, audience, objectives }: Given) {
    this.session = session?.id ?? '';
    this.kind = due ? 'rule' : dueAt ? 'day' : 'never';
    if (due) {
      this.days = String(Math.abs(due.days));
      this.side = due.days > 0 ? 'AFTER' : 'BEFORE';
      this.unit = due.unit;
      this.at = due.at;
    }
    if (dueAt) {
      this.day = dayAt(dueAt, this.place.zone);
      this.time = timeAt(dueAt, this.place.zone);
    }
    this.minutes = minutes === null ? '' : String(minutes);
    this.audience = [...audience];
    this.objectives = objectives.map(({ id }) => id);
  }
}
