import type { QuestionLineFragment } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';

type Asked = Pick<QuestionLineFragment, 'author' | 'isNameless' | 'viewerIsAuthor'>;

/** Who asked: a name, "somebody, without a name", or that it was oneself. */
export function askerOf({ author, isNameless, viewerIsAuthor }: Asked): string {
  if (isNameless) return viewerIsAuthor ? t('nameless-own') : t('nameless');
  return author?.name ?? t('nobody');
}

/** Somebody by their first name, as a mark says it: "Tomás: this helped". */
export function askerShort(asked: Asked): string {
  if (asked.isNameless && !asked.viewerIsAuthor) return t('the-asker');
  return asked.author?.name.split(' ')[0] ?? t('the-asker');
}

/** When somebody looks at a question, at the latest: "within a day". */
export const promiseInWords = (hours: number) =>
  hours % 24 === 0
    ? t('promise-days', { count: hours / 24 })
    : t('promise-hours', { count: hours });
