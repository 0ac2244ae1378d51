import {
  ApiError,
  UpdateNotificationSettingsDoc,
  mutate,
  says,
  type LetterChoicesFragment,
  type UpdateNotificationSettingsInput,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/ui/toasts.svelte';

type Choices = LetterChoicesFragment;

/** What brings the choices back to what they were. */
const restoring = ({ kinds, quiet, digestAt, pausedUntil, lettersADay }: Choices) => ({
  kinds: kinds.map(({ kind, when }) => ({ kind, when })),
  quiet: quiet ? { from: quiet.from, until: quiet.until } : null,
  digestAt,
  pausedUntil,
  lettersADay,
});

/**
 * How letters come. A choice is shown and kept at once and can be taken back; one that is refused is as
 * before, and why is said at its field.
 */
export class LetterSettings {
  #saved: () => Choices;
  #ahead = $state.raw<Partial<Choices>>({});
  #failure = $state.raw<ApiError>();
  #toast: number | undefined;

  constructor(saved: () => Choices) {
    this.#saved = saved;
  }

  get shown(): Choices {
    return { ...this.#saved(), ...this.#ahead };
  }

  errorOf(field: string) {
    return this.#failure?.field === field ? says(this.#failure) : undefined;
  }

  /** `ahead` is how it will look, until the server has said so. */
  async change(input: UpdateNotificationSettingsInput, ahead: Partial<Choices> = {}) {
    const before = restoring(this.#saved());
    if (!(await this.#send(input, ahead))) return;
    if (this.#toast !== undefined) toasts.dismiss(this.#toast);
    this.#toast = toasts.say(t('letters-saved'), {
      action: { label: t('undo'), run: () => void this.#send(before, {}) },
    });
  }

  async #send(input: UpdateNotificationSettingsInput, ahead: Partial<Choices>) {
    this.#ahead = { ...this.#ahead, ...ahead };
    this.#failure = undefined;
    try {
      await mutate(UpdateNotificationSettingsDoc, { input });
      return true;
    } catch (refusal) {
      if (refusal instanceof ApiError && refusal.field) this.#failure = refusal;
      else toasts.say(says(refusal), { tone: 'problem' });
      return false;
    } finally {
      this.#ahead = {};
    }
  }
}
