import { OwnTokensDoc, TokensDoc, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

export const PAGE = 30;
const words = () => speakAlso('tokens');

/** The viewer's own tokens, for a page's `load`. */
export async function loadOwnTokens() {
  const [loaded] = await Promise.all([pageData(OwnTokensDoc, {}), words()]);
  return loaded;
}

/** The tokens of everybody and of services. */
export async function loadTokens() {
  const [loaded] = await Promise.all([pageData(TokensDoc, { first: PAGE }), words()]);
  return loaded;
}
