import {
  RemoveSavedSearchDoc,
  SaveSearchDoc,
  SavedSearchesDoc,
  UpdateSavedSearchDoc,
  mutate,
  refetch,
  type SavedSearchLineFragment,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';

type Asked = Pick<SavedSearchLineFragment, 'name' | 'query' | 'tells'> & {
  community?: { id: string } | null;
};

const again = () => refetch(SavedSearchesDoc, {});

async function keep({ name, query, tells, community }: Asked) {
  const input = { name, query, tells, community: community?.id };
  const { saveSearch } = await mutate(SaveSearchDoc, { input });
  await again();
  return saveSearch;
}

/** Saves what is asked; what is new is told from then on. */
export const save = (query: string, community: { id: string } | undefined) =>
  attempt(async () => {
    const saved = await keep({ name: query, query, tells: true, community });
    toasts.say(t('search-saved', { name: saved.name }), {
      action: { label: t('undo'), run: () => void attempt(() => letGo(saved)) },
    });
  });

async function letGo({ id }: SavedSearchLineFragment) {
  await mutate(RemoveSavedSearchDoc, { input: { search: id } });
  await again();
}

/** Keeps it no longer, at once: it can be brought back. */
export const remove = (search: SavedSearchLineFragment) =>
  attempt(async () => {
    await letGo(search);
    toasts.say(t('search-removed', { name: search.name }), {
      action: { label: t('undo'), run: () => void attempt(() => keep(search)) },
    });
  });

export const rename = (search: SavedSearchLineFragment, name: string) =>
  mutate(UpdateSavedSearchDoc, { input: { search: search.id, name } });

export const tell = (search: SavedSearchLineFragment, tells: boolean) =>
  attempt(() => mutate(UpdateSavedSearchDoc, { input: { search: search.id, tells } }));
