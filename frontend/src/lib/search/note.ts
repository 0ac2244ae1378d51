import type { SearchNote } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';

/** How the words of a search were read, where that is not plain. */
export const noteWords = (note: SearchNote) =>
  ({
    NOTHING_ASKED: t('search-note-nothing-asked'),
    UNCLOSED_QUOTE: t('search-note-unclosed-quote'),
    ONLY_EXCLUSIONS: t('search-note-only-exclusions'),
    UNKNOWN_OPERAND: t('search-note-unknown-operand'),
    SOME_OF_THE_WORDS: t('search-note-some-of-the-words'),
  })[note];
