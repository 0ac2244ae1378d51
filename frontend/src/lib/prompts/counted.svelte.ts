import type { AskingPlaceFragment, DayUnit, DueRuleInput } from '$lib/api';
import { dayAt, instantOf, shifted } from './days';

/** A moment that is so many days before or after a session, as a form holds it. */
export class Counted {
  days = $state('');
  side = $state<'BEFORE' | 'AFTER'>('BEFORE');
  unit = $state<DayUnit>('WORKING');
  at = $state('');

  constructor(days: string, at: string) {
    this.days = days;
    this.at = at;
  }

  get rule(): DueRuleInput {
    const days = Math.abs(Number.parseInt(this.days, 10) || 0);
    return { days: this.side === 'BEFORE' ? -days || 0 : days, unit: this.unit, at: this.at };
  }

  set rule({ days, unit, at }: DueRuleInput) {
    this.days = String(Math.abs(days));
    this.side = days > 0 ? 'AFTER' : 'BEFORE';
    this.unit = unit;
    this.at = at;
  }

  /** The instant for a session that begins then; it throws while half of it is typed. */
  instant(startsAt: string, { zone, calendar }: AskingPlaceFragment): string {
    const { days, unit, at } = this.rule;
    return instantOf(shifted(dayAt(startsAt, zone), days, unit, calendar), at, zone);
  }
}
