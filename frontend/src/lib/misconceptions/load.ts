import { error } from '@sveltejs/kit';
import {
  ClaimMatchesDoc,
  CorrectionsDoc,
  MisconceptionDoc,
  MisconceptionsInWorkDoc,
  found,
  pageData,
} from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

export const PAGE = 20;

/** What of the library is shown; all but the first are for those who moderate. */
export const PARTS = ['library', 'work', 'resembling'] as const;
export type Part = (typeof PARTS)[number];

export const partIn = (asked: string | null): Part =>
  PARTS.find((part) => part === asked) ?? 'library';

/** As it is asked of the address; the library needs no word. */
export const shownPart = (part: Part) => (part === 'library' ? undefined : part);

export async function loadLibrary(slug: string, query: string) {
  const loaded = await pageData(CorrectionsDoc, { slug, query: query || null, first: PAGE });
  found(loaded.community);
  return loaded;
}

/** What is being worked on, for who moderates; everybody else is told so. */
export async function loadDesk(slug: string, part: 'work' | 'resembling') {
  const asked = { slug, first: PAGE };
  const { community } = await pageData(CorrectionsDoc, { ...asked, query: null });
  if (!found(community).viewerCan.moderate) error(403, { message: 'for moderators' });
  if (part === 'work') await pageData(MisconceptionsInWorkDoc, { ...asked, state: null });
  else await pageData(ClaimMatchesDoc, asked);
}

export async function loadMisconception(id: string) {
  const [{ node }] = await Promise.all([pageData(MisconceptionDoc, { id }), speakAlso('rechecks')]);
  return found(node && 'claim' in node ? node : null);
}

export type LoadedMisconception = Awaited<ReturnType<typeof loadMisconception>>;
