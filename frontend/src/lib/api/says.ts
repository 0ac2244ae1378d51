import { t } from '$lib/i18n/index.svelte';
import { said } from '$lib/i18n/said.svelte';
import { ApiError } from './error';

/** The server speaks in lower case without a full stop; on screen it is a sentence. */
const sentence = (words: string) =>
  words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? '' : '.');

/** A failure in words for the person, in their language: what happened and what to do. */
export function says(failure: unknown): string {
  if (!(failure instanceof ApiError)) return t('error-internal');
  if (failure.code === 'OFFLINE') return t('error-offline');
  if (failure.code === 'INTERNAL') return t('error-internal');
  return [failure.message, failure.hint]
    .filter((words) => words !== undefined)
    .map((words) => sentence(said(words)))
    .join(' ');
}
