import { AllExportsDoc, OwnExportsDoc, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

export const PAGE = 30;

/** What the viewer takes along, for a page's `load`. */
export async function loadOwnExports() {
  const [loaded] = await Promise.all([pageData(OwnExportsDoc, {}), speakAlso('privacy')]);
  return loaded;
}

/** What everybody takes along, for administrators. */
export async function loadAllExports() {
  const asked = pageData(AllExportsDoc, { first: PAGE });
  const [loaded] = await Promise.all([asked, speakAlso('privacy')]);
  return loaded;
}
