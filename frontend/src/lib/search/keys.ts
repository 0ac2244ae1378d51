import { t } from '$lib/i18n/index.svelte';

/** The keys of the search page, for lists of keys: they belong to its field and to its results. */
export const searchKeys = () => [
  { keys: 'ArrowDown', label: t('key-into-results') },
  { keys: 'ArrowUp', label: t('key-to-field') },
  { keys: 'Escape', label: t('key-to-field') },
];
