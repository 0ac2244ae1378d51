import { untrack } from 'svelte';
import { OwnLiveDoc, live, type LiveEventKind } from '$lib/api';

/**
 * Runs when the viewer is told of one of `kinds`, from the moment that a page's own query was answered.
 * After a gap that is too long it runs too: what is shown may be old.
 */
export function whenTold(
  loaded: () => { viewer?: { liveCursor: string } | null },
  kinds: LiveEventKind[],
  run: () => unknown,
) {
  const after = untrack(loaded).viewer?.liveCursor;
  live(
    OwnLiveDoc,
    () => ({ after }),
    ({ kind }) => {
      if (kind === 'RESET' || kinds.includes(kind)) run();
    },
  );
}
