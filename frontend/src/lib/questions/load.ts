import { error } from '@sveltejs/kit';
import { AskPlaceDoc, QuestionsDoc, found, pageData } from '$lib/api';
import { FILTERS, type FilterName } from './filters';
import { channelsToAsk } from './where';

export const PAGE = 30;

/** Questions of a community, for a page's `load`. */
export async function loadQuestions(slug: string, filter: FilterName) {
  const loaded = await pageData(QuestionsDoc, { slug, filter: FILTERS[filter], first: PAGE });
  found(loaded.community);
  return loaded;
}

/** Where one may ask; nobody asks where no channel takes their question. */
export async function loadAsking(slug: string) {
  const community = found((await pageData(AskPlaceDoc, { slug })).community);
  const channels = channelsToAsk(community.channels);
  if (community.archivedAt || channels.length === 0) error(403, { message: 'not open to you' });
  return { community, channels };
}

export type LoadedAsking = Awaited<ReturnType<typeof loadAsking>>;
