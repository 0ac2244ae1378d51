import { error } from '@sveltejs/kit';
import { SeriesDoc, SeriesPlaceDoc, found, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

const words = () => speakAlso('series');

export async function loadSeries(id: string) {
  const [loaded] = await Promise.all([pageData(SeriesDoc, { id }), words(), speakAlso('plots')]);
  return found(loaded.promptSeries);
}

/** Where somebody who leads is about to ask in a series. */
export async function loadPlace(slug: string) {
  const [{ community }] = await Promise.all([pageData(SeriesPlaceDoc, { slug }), words()]);
  if (!found(community).viewerCan.ask) error(403, { message: 'for facilitators' });
  return found(community);
}

/** Those of a session, with their words. */
export async function seriesAfter() {
  const [loaded] = await Promise.all([import('./SeriesAfter.svelte'), words()]);
  return loaded;
}
