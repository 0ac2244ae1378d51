import { error } from '@sveltejs/kit';
import { ApiError } from '$lib/api';
import { speak } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';

export const ssr = false;
export const prerender = false;

export async function load() {
  try {
    await Promise.all([speak(), viewer.load()]);
  } catch (failure) {
    await speak();
    if (!(failure instanceof ApiError)) throw failure;
    const { message, requestId } = failure;
    error(failure.code === 'OFFLINE' ? 503 : 500, { message, requestId });
  }
}
