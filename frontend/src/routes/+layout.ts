import { ApiError } from '$lib/api';
import { speak } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';

export const ssr = false;
export const prerender = false;

/** Never fails itself, or there would be no page to say it on: the layouts below raise the failure. */
export async function load() {
  const [, arrival] = await Promise.allSettled([speak(), viewer.load()]);
  if (arrival.status === 'fulfilled') return { failure: undefined };
  const { message, requestId, code } = arrival.reason as ApiError;
  return { failure: { status: code === 'OFFLINE' ? 503 : 500, message, requestId, code } };
}
