import { error, redirect } from '@sveltejs/kit';
import type { AnyVariables } from '@urql/core';
import { resolve } from '$app/paths';
import { paths } from '$lib/paths';
import { query, type Doc } from './client';
import { ApiError } from './error';

const STATUS: Partial<Record<ApiError['code'], number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  INVALID: 404,
  OFFLINE: 503,
  SLOW_DOWN: 429,
};

/** `query` for a page's `load`: a refusal becomes the sign-in page or the error page. */
export async function pageData<Data, Variables extends AnyVariables>(
  document: Doc<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  try {
    return await query(document, variables);
  } catch (refusal) {
    if (!(refusal instanceof ApiError)) throw refusal;
    if (refusal.code === 'SIGN_IN_FIRST') {
      redirect(302, resolve(paths.signIn(location.pathname + location.search)));
    }
    if (refusal.code === 'FACTOR_REQUIRED') redirect(302, resolve(paths.setUpFactor));
    const { message, requestId } = refusal;
    error(STATUS[refusal.code] ?? 500, { message, requestId });
  }
}

/** What hides from this person does not exist for them: the 404 page. */
export function found<Thing>(thing: Thing): NonNullable<Thing> {
  if (thing === null || thing === undefined) error(404, { message: 'not found' });
  return thing;
}
