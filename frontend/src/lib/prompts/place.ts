import { error } from '@sveltejs/kit';
import { AskingInDoc, found, pageData, type AskingPlaceFragment } from '$lib/api';

/** Only who leads asks; everybody else is told so. */
export function leads(community: AskingPlaceFragment) {
  if (!community.viewerCan.ask) error(403, { message: 'for facilitators' });
  return community;
}

/** Where something is asked, for a page's `load`. */
export async function askingIn(slug: string) {
  return leads(found((await pageData(AskingInDoc, { slug })).community));
}
