import { AwayUntilDoc, SetAwayDoc, liveQuery, mutate, refresh } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';
import { dayIn } from '$lib/sessions/when';
import { toasts } from '$lib/ui/toasts.svelte';

/** Whether the viewer is away, and what they say about that. */
export class Away {
  #query = liveQuery(AwayUntilDoc, () => ({}));

  get isKnown() {
    return this.#query.data !== undefined;
  }

  get until() {
    return this.#query.data?.awayUntil ?? undefined;
  }

  /** "Monday 30 November", where they live. */
  get backOn() {
    return this.until && dayIn(viewer.person!.zone, this.until);
  }

  /** Nothing: they are back. Throws what the server refuses. */
  async say(until: string | null) {
    const before = this.until ?? null;
    await mutate(SetAwayDoc, { input: { until } });
    refresh(AwayUntilDoc, {});
    const day = until && dayIn(viewer.person!.zone, until);
    toasts.say(day ? t('away-said', { day }) : t('away-back-said'), {
      action: { label: t('undo'), run: () => void this.say(before).catch(() => undefined) },
    });
  }
}
