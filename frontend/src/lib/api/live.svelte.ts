import type { AnyVariables } from '@urql/core';
import { client, isFresh, refetch, type Doc } from './client';
import { ApiError } from './error';

/**
 * A query that stays current: it follows the cache, asks again when its variables change, and ends
 * with the component. What the cache has is there in the first render.
 */
export function liveQuery<Data, Variables extends AnyVariables>(
  document: Doc<Data, Variables>,
  variables: () => Variables,
) {
  let state = $state.raw<{ data?: Data; error?: ApiError; isFetching: boolean }>({
    isFetching: true,
  });
  $effect.pre(() => {
    const asked = variables();
    const requestPolicy = isFresh(document, asked) ? 'cache-first' : 'cache-and-network';
    let known: Data | undefined;
    const { unsubscribe } = client.query(document, asked, { requestPolicy }).subscribe((result) => {
      const error = result.error && ApiError.from(result.error);
      // Who loses the network keeps what they were reading.
      if (error?.code !== 'OFFLINE') known = result.data;
      state = { data: known, error, isFetching: result.stale };
    });
    return unsubscribe;
  });
  return {
    get data() {
      return state.data;
    },
    get error() {
      return state.error;
    },
    get isFetching() {
      return state.isFetching;
    },
  };
}

/** Asks again for what a `liveQuery` of the page shows: the answer, or the refusal, reaches it there. */
export function refresh<Data, Variables extends AnyVariables>(
  document: Doc<Data, Variables>,
  variables: Variables,
) {
  refetch(document, variables).catch(() => undefined);
}

interface WithEvent {
  liveEvents: { kind: string; cursor: string };
}

/**
 * Follows live events as long as the component lives. What an event carries is in the cache before
 * `on` hears of it, so `on` is only for what a list cannot know: something new, or RESET (ask again).
 * Pass `viewer.liveCursor` from the page's own query as `after`, and nothing falls between the two; a
 * page without one asks again on READY, for what happened before it listened.
 */
export function live<Data extends WithEvent, Variables extends AnyVariables>(
  document: Doc<Data, Variables>,
  variables: () => Variables | undefined,
  on: (event: Data['liveEvents']) => void = () => {},
) {
  // Each answer makes what a page is about anew: who listened anew to the same would ask without end.
  const key = $derived(JSON.stringify(variables() ?? null));
  $effect(() => {
    const asked = JSON.parse(key) as Variables | null;
    if (!asked) return;
    const { unsubscribe } = client.subscription(document, asked).subscribe((result) => {
      if (result.data) on(result.data.liveEvents);
    });
    return unsubscribe;
  });
}
