import type {
  DayUnit,
  JourneyAnchor,
  JourneyCondition,
  JourneyDeskQuery,
  JourneyStepInput,
  StepFieldsFragment,
} from '$lib/api';

export type Action = JourneyDeskQuery['journeyActions'][number];
export type SettingField = Action['fields'][number];
type Setting = string | boolean | string[];

/** The action whose prompts a condition may ask for. */
export const POST_PROMPT = 'post_prompt';

/** One step as a form holds it. */
export class StepForm {
  readonly key: string;
  title = $state('');
  anchor = $state<JourneyAnchor>('SESSION_START');
  after = $state('');
  counted = $state<'days' | 'minutes'>('days');
  amount = $state('2');
  side = $state<'BEFORE' | 'AFTER'>('BEFORE');
  unit = $state<DayUnit>('WORKING');
  at = $state('09:00');
  condition = $state<JourneyCondition | ''>('');
  about = $state('');
  action = $state('');
  settings = $state<Record<string, Setting>>({});

  constructor(key: string, step?: StepFieldsFragment) {
    this.key = key;
    if (step) this.#take(step);
  }

  /** Goes on with what was kept. */
  static again({ key, ...rest }: StepForm['written']) {
    return Object.assign(new StepForm(key), rest);
  }

  /** As it was written, to be kept meanwhile. */
  get written() {
    const { key, title, anchor, after, counted, amount, side, unit, at } = this;
    const { condition, about, action, settings } = this;
    const when = { anchor, after, counted, amount, side, unit, at };
    return { key, title, ...when, condition, about, action, settings };
  }

  /** As the server counts it, for words that say when it is. */
  get counting() {
    const amount = Math.abs(Number.parseInt(this.amount, 10) || 0);
    const far = this.side === 'BEFORE' ? -amount || 0 : amount;
    const isDays = this.counted === 'days';
    return {
      days: isDays ? far : null,
      minutes: isDays ? null : far,
      at: isDays && this.at ? this.at : null,
      unit: this.unit,
    };
  }

  input(actions: readonly Action[]): JourneyStepInput {
    const action = actions.find(({ kind }) => kind === this.action);
    const mayHave = action?.takesCondition === true;
    return {
      key: this.key,
      title: this.title,
      anchor: this.anchor,
      after: this.anchor === 'STEP' ? this.after || null : null,
      ...this.counting,
      condition: mayHave && this.condition ? this.condition : null,
      about: mayHave && this.condition === 'NOT_ANSWERED' ? this.about || null : null,
      action: this.action,
      settings: settingsOf(this.settings, action?.fields ?? []),
    };
  }

  #take(step: StepFieldsFragment) {
    const far = step.days ?? step.minutes ?? 0;
    this.title = step.title;
    this.anchor = step.anchor;
    this.after = step.after ?? '';
    this.counted = step.days === null ? 'minutes' : 'days';
    this.amount = String(Math.abs(far));
    this.side = far > 0 ? 'AFTER' : 'BEFORE';
    this.unit = step.unit ?? 'CALENDAR';
    this.at = step.at ?? '';
    this.condition = step.condition ?? '';
    this.about = step.about ?? '';
    this.action = step.action;
    this.settings = formOf(step.settings as Record<string, unknown>);
  }
}

/** Settings as fields hold them. */
function formOf(settings: Record<string, unknown> | null): Record<string, Setting> {
  const kept = Object.entries(settings ?? {}).filter(([, value]) => value !== null);
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      typeof value === 'boolean' || Array.isArray(value) ? (value as Setting) : String(value),
    ]),
  );
}

/** Settings as the action reads them: what is empty is not said. */
export function settingsOf(
  form: Record<string, Setting>,
  fields: readonly Pick<SettingField, 'name' | 'kind'>[],
): Record<string, unknown> {
  const said = fields.flatMap(({ name, kind }): [string, unknown][] => {
    const value = form[name];
    if (value === undefined || value === '') return [];
    if (Array.isArray(value)) return value.length > 0 ? [[name, value]] : [];
    if (typeof value === 'boolean') return [[name, value]];
    if (kind === 'NUMBER') return [[name, Number(value)]];
    return value.trim() ? [[name, value.trim()]] : [];
  });
  return Object.fromEntries(said);
}

/** The steps of a template or a journey while they are written. */
export class Steps {
  list = $state<StepForm[]>([]);
  readonly actions: readonly Action[];

  constructor(actions: readonly Action[], steps: readonly StepFieldsFragment[] = []) {
    this.actions = actions;
    this.list = steps.map((step) => new StepForm(step.key, step));
    if (this.list.length === 0) this.add();
  }

  add() {
    const step = new StepForm(this.#freeKey());
    step.action = this.actions[0]?.kind ?? '';
    this.list = [...this.list, step];
    return step;
  }

  remove(step: StepForm) {
    this.list = this.list.filter((each) => each !== step);
  }

  /** Those that another may count from. */
  othersOf = (step: StepForm) => this.list.filter((each) => each !== step);

  get input(): JourneyStepInput[] {
    return this.list.map((step) => step.input(this.actions));
  }

  #freeKey() {
    const keys = this.list.map(({ key }) => key);
    let number = this.list.length + 1;
    while (keys.includes(`step-${number}`)) number += 1;
    return `step-${number}`;
  }
}
