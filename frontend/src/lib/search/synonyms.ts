import {
  AddSynonymsDoc,
  RemoveSynonymsDoc,
  SynonymsDoc,
  UpdateSynonymsDoc,
  mutate,
  refetch,
  type SynonymsLineFragment,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';

const again = () => refetch(SynonymsDoc, {});

/** "OKR, objectives and key results" as the words it names. */
export const wordsOf = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

export const inWords = (words: readonly string[]) => words.join(', ');

export async function add(words: string[]) {
  await mutate(AddSynonymsDoc, { input: { words } });
  await again();
}

export const change = (synonyms: string, words: string[]) =>
  mutate(UpdateSynonymsDoc, { input: { synonyms, words } });

/** At once; they can be brought back. */
export const remove = ({ id, words }: SynonymsLineFragment) =>
  attempt(async () => {
    await mutate(RemoveSynonymsDoc, { input: { synonyms: id } });
    await again();
    toasts.say(t('synonyms-removed', { words: inWords(words) }), {
      action: { label: t('undo'), run: () => void attempt(() => add([...words])) },
    });
  });
