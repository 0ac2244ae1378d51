import type { StepFieldsFragment } from '$lib/api';
import { StepForm, Steps, type Action } from './step.svelte';

/** What is there already. */
interface Known {
  name: string;
  purpose?: string;
  forEachSession?: boolean;
  steps?: readonly StepFieldsFragment[];
}

/** A template while it is written, or a journey that was applied. */
export class Writing {
  name = $state('');
  purpose = $state('');
  forEachSession = $state(false);
  readonly steps: Steps;
  /** What it began with: what was kept of another is of no use here. */
  readonly #of: string;

  constructor(actions: readonly Action[], known: Known = { name: '' }) {
    this.name = known.name;
    this.purpose = known.purpose ?? '';
    this.forEachSession = known.forEachSession ?? false;
    this.steps = new Steps(actions, known.steps);
    this.#of = JSON.stringify(this.#written);
  }

  /** All of it as one text, to be kept while it is written. */
  get words(): string {
    return JSON.stringify({ of: this.#of, ...this.#written });
  }

  /** Goes on with what was kept, unless somebody saved other steps since. */
  take(words: string) {
    type Kept = { of: string; steps: StepForm['written'][] };
    const { of, steps, ...rest } = JSON.parse(words) as Kept;
    if (of !== this.#of) return;
    Object.assign(this, rest);
    this.steps.list = steps.map((step) => StepForm.again(step));
  }

  get #written() {
    const { name, purpose, forEachSession } = this;
    return { name, purpose, forEachSession, steps: this.steps.list.map(({ written }) => written) };
  }
}
