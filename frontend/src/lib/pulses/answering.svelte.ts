import type { PulseAnswerInput, PulseAskedFragment, PulseBarrier } from '$lib/api';
import { viewer } from '$lib/identity/viewer.svelte';

interface Given {
  text: string;
  choice: number | null;
  barriers: PulseBarrier[];
}

/**
 * Answers while they are given. They stand under no name, so the server keeps nothing of them before they
 * are sent: this device does, for whoever is signed in, until its window is closed or they sign out.
 */
export class PulseAnswering {
  readonly questions: readonly PulseAskedFragment[];
  given = $state<Record<string, Given>>({});
  isKept = $state(false);
  #key: string | undefined;

  /** A survey that is only looked at is kept nowhere. */
  constructor(questions: readonly PulseAskedFragment[], where: 'here' | 'nowhere' = 'here') {
    this.questions = questions;
    const whose = viewer.person?.id ?? '';
    this.#key = where === 'here' ? `pulse ${whose} ${questions[0]?.id ?? ''}` : undefined;
    const before = this.#known();
    for (const { id } of questions) {
      this.given[id] = before[id] ?? { text: '', choice: null, barriers: [] };
    }
  }

  choose(question: string, choice: number) {
    this.given[question]!.choice = choice;
    this.#keep();
  }

  write(question: string, text: string) {
    this.given[question]!.text = text;
    this.#keep();
  }

  name(question: string, barrier: PulseBarrier, isIn: boolean) {
    const others = this.given[question]!.barriers.filter((each) => each !== barrier);
    this.given[question]!.barriers = isIn ? [...others, barrier] : others;
    this.#keep();
  }

  /** Those that must be answered and are not. */
  get missing() {
    return this.questions.filter(
      ({ id, kind, optional }) => !optional && kind === 'SCALE' && this.given[id]!.choice === null,
    );
  }

  /** Everything that was given. */
  get input(): PulseAnswerInput[] {
    return this.questions.flatMap(({ id, kind }): PulseAnswerInput[] => {
      const { text, choice, barriers } = this.given[id]!;
      if (kind === 'SCALE') return choice === null ? [] : [{ question: id, choice, barriers: [] }];
      if (kind === 'BARRIERS')
        return barriers.length > 0 ? [{ question: id, barriers: [...barriers] }] : [];
      return text.trim() ? [{ question: id, text: text.trim(), barriers: [] }] : [];
    });
  }

  /** It was sent: nobody who comes after finds it on this device. */
  forget() {
    if (this.#key) sessionStorage.removeItem(this.#key);
  }

  #known(): Record<string, Given> {
    if (!this.#key) return {};
    try {
      return JSON.parse(sessionStorage.getItem(this.#key) ?? '{}');
    } catch {
      return {};
    }
  }

  #keep() {
    if (!this.#key) return;
    sessionStorage.setItem(this.#key, JSON.stringify(this.given));
    this.isKept = true;
  }
}
