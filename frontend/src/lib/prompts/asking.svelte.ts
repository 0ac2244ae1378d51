import type { AskingPlaceFragment, DayUnit, Role } from '$lib/api';
import { Counted } from './counted.svelte';
import { dayAt, instantOf, timeAt } from './days';

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
  readonly due = new Counted('2', '17:00');
  /** When it is asked, if not at once. */
  readonly asked = new Counted('5', '09:00');
  #planned = $state(false);
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

  /** Whether it is asked so many days before or after its session, instead of at once. */
  get isPlanned() {
    return this.#planned && this.chosen !== undefined;
  }

  set isPlanned(planned) {
    this.#planned = planned;
  }

  /**
   * Days are counted from a session; without one there is a day, or none. What is planned moves with its
   * session, and so does the day when it is due.
   */
  get dueKind(): DueKind {
    if (this.isPlanned) return this.kind === 'never' ? 'never' : 'rule';
    return this.kind === 'rule' && !this.chosen ? 'day' : this.kind;
  }

  /** The instant that is meant, as far as it can be told. */
  get dueAt(): string | null {
    const kind = this.dueKind;
    if (kind === 'rule') return this.#counted(this.due);
    try {
      return kind === 'day' && this.day ? instantOf(this.day, this.time, this.place.zone) : null;
    } catch {
      // Half of a date is typed.
      return null;
    }
  }

  /** The instant at which it is asked, as far as it can be told. */
  get askedAt(): string | null {
    return this.isPlanned ? this.#counted(this.asked) : null;
  }

  #counted(moment: Counted): string | null {
    if (!this.chosen) return null;
    try {
      return moment.instant(this.chosen.startsAt, this.place);
    } catch {
      // Half of a time is typed.
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
      due: this.dueKind === 'rule' ? this.due.rule : null,
      dueAt: this.dueKind === 'day' ? this.dueAt : null,
      minutes: Number.isNaN(minutes) ? null : minutes,
      audience: this.audience,
      objectives: this.objectives,
    };
  }

  /** What a step that asks this needs to know, beside its words. */
  get settings() {
    const { minutes, due, audience } = this.input;
    return {
      minutes,
      audience: audience.map((role) => role.toLowerCase()),
      dueDays: due?.days ?? null,
      ...(due && { dueUnit: due.unit.toLowerCase() }),
      dueAt: due?.at ?? null,
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
    if (due) this.due.rule = due;
    if (dueAt) {
      this.day = dayAt(dueAt, this.place.zone);
      this.time = timeAt(dueAt, this.place.zone);
    }
    this.minutes = minutes === null ? '' : String(minutes);
    this.audience = [...audience];
    this.objectives = objectives.map(({ id }) => id);
  }
}
