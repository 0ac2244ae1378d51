import {
  Client,
  createRequest,
  fetchExchange,
  subscriptionExchange,
  type AnyVariables,
  type OperationResult,
  type TypedDocumentNode,
} from '@urql/core';
import { normalisedCache } from './cache';
import { connection } from './connection.svelte';
import { ApiError } from './error';
import { forwardSubscription } from './socket';

export type Doc<Data, Variables extends AnyVariables> = TypedDocumentNode<Data, Variables>;

export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [
    normalisedCache(),
    fetchExchange,
    subscriptionExchange({ forwardSubscription: forwardSubscription as never }),
  ],
});

/** How long an answer from the network counts as fresh, so that a page does not ask twice. */
const FRESH_MS = 3_000;
const fetchedAt = new Map<number, number>();

export const isFresh = <Data, Variables extends AnyVariables>(
  document: Doc<Data, Variables>,
  variables: Variables,
) => {
  const at = fetchedAt.get(createRequest(document, variables).key);
  return at !== undefined && performance.now() - at < FRESH_MS;
};

const isFromServer = ({ operation }: OperationResult) =>
  operation.context.meta?.cacheOutcome !== 'hit';

function unwrap<Data>(result: OperationResult<Data>): Data {
  if (result.error) {
    const error = ApiError.from(result.error);
    if (error.code === 'OFFLINE') connection.lost();
    throw error;
  }
  if (isFromServer(result)) connection.reached();
  return result.data as Data;
}

/** Asks once: from the cache when it has everything, else from the server. Throws ApiError. */
export async function query<Data, Variables extends AnyVariables>(
  document: Doc<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const result = await client.query(document, variables).toPromise();
  if (isFromServer(result)) {
    fetchedAt.set(result.operation.key, performance.now());
  }
  return unwrap(result);
}

interface Turn {
  isAskedAgain: boolean;
  answer?: Promise<unknown>;
}
const turns = new Map<number, Turn>();

/**
 * As `query`, always from the server. Asked while it is being answered, it asks once more afterwards:
 * the answer under way may be older than what happened since.
 */
export function refetch<Data, Variables extends AnyVariables>(
  document: Doc<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { key } = createRequest(document, variables);
  const turn = turns.get(key) ?? { isAskedAgain: false };
  turn.isAskedAgain = true;
  turns.set(key, turn);
  turn.answer ??= askUntilStill(document, variables, turn).finally(() => turns.delete(key));
  return turn.answer as Promise<Data>;
}

async function askUntilStill<Data, Variables extends AnyVariables>(
  document: Doc<Data, Variables>,
  variables: Variables,
  turn: Turn,
): Promise<Data> {
  const options = { requestPolicy: 'network-only' } as const;
  let answer: Data | undefined;
  while (turn.isAskedAgain) {
    turn.isAskedAgain = false;
    answer = unwrap(await client.query(document, variables, options).toPromise());
  }
  return answer as Data;
}

let showsWhoItIs = () => Promise.resolve(false);

/** How people are asked once more who they are, where what they do matters. */
export function confirmBy(ask: () => Promise<boolean>) {
  showsWhoItIs = ask;
}

/**
 * Changes something and returns the changed thing. Throws ApiError. What matters may first ask once more who it is,
 * over whatever is on screen, and goes on then.
 */
export async function mutate<Data, Variables extends AnyVariables>(
  document: Doc<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const send = async () => unwrap(await client.mutation(document, variables).toPromise());
  return send().catch(async (refusal) => {
    if (refusal.code !== 'CONFIRM' || !(await showsWhoItIs())) throw refusal;
    return send();
  });
}
