import type { SubscriptionOperation } from '@urql/core';
import { connection } from './connection.svelte';

const url = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql/ws`;
const LONGEST_PAUSE_MS = 15_000;

const pause = (attempt: number) => {
  const ms = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** attempt) * (0.6 + Math.random() * 0.8);
  return new Promise<void>((resolve) => setTimeout(resolve, ms));
};

/** Nothing is live before the page is there: the socket's code comes after the first screen. */
async function connector(attempt = 0): Promise<typeof import('graphql-ws')> {
  try {
    return await import('graphql-ws');
  } catch {
    connection.lost();
    await pause(attempt);
    return connector(attempt + 1);
  }
}

const connect = async () => {
  const { createClient } = await connector();
  return createClient({
    url,
    lazy: true,
    lazyCloseTimeout: 3_000,
    keepAlive: 25_000,
    retryAttempts: Infinity,
    retryWait: pause,
    // 4401 and 4403: the sign-in ended. Trying again would only repeat that.
    shouldRetry: (event) => !(event instanceof CloseEvent && [4401, 4403].includes(event.code)),
    on: {
      connected: () => connection.reached(),
      closed: (event) => {
        if (!(event instanceof CloseEvent && event.code === 1000)) connection.lost();
      },
    },
  });
};

let socket: ReturnType<typeof connect> | undefined;

interface Answer {
  data?: { liveEvents?: { cursor: string } } | null;
}

interface Sink {
  next(value: Answer): void;
  error(error: unknown): void;
  complete(): void;
}

/**
 * One subscription on the shared socket. The client sends the payload again after every reconnect,
 * and by then `after` is the last cursor seen: nothing falls into the gap.
 */
export function forwardSubscription(operation: SubscriptionOperation) {
  const given = (operation.variables ?? {}) as Record<string, unknown>;
  let after = given.after;
  const payload = {
    query: operation.query ?? '',
    operationName: operation.operationName,
    get variables() {
      return { ...given, after };
    },
  };
  const start = async (sink: Sink) => {
    socket ??= connect();
    return (await socket).subscribe<Answer['data']>(payload, {
      next(value) {
        after = value.data?.liveEvents?.cursor ?? after;
        sink.next(value as Answer);
      },
      error: (error) => sink.error(error),
      complete: () => sink.complete(),
    });
  };
  return {
    subscribe(sink: Sink) {
      const started = start(sink);
      return { unsubscribe: () => void started.then((stop) => stop()) };
    },
  };
}
