import { t } from '$lib/i18n/index.svelte';
import { sentence } from '$lib/i18n/said.svelte';
import { ApiError } from './error';

/** A failure in words for the person, in their language: what happened and what to do. */
export function says(failure: unknown): string {
  if (!(failure instanceof ApiError)) return t('error-internal');
  if (failure.code === 'OFFLINE') return t('error-offline');
  if (failure.code === 'INTERNAL') return t('error-internal');
  return [failure.message, failure.hint]
    .filter((words) => words !== undefined)
    .map(sentence)
    .join(' ');
}
