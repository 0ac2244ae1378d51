import { t } from '$lib/i18n/index.svelte';

/** "within a day": what a community promises those who ask. */
export const promiseWords = (hours: number) =>
  hours % 24 === 0
    ? t('promise-days', { count: hours / 24 })
    : t('promise-hours', { count: hours });
