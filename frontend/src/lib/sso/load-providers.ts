import { SsoPlacesDoc, SsoProviderDoc, SsoProvidersDoc, SsoTestDoc, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

const words = () => Promise.all([speakAlso('sso'), speakAlso('accounts')]);

/** Every provider, or, back from a test sign-in, what came of it. */
export async function loadProviders(test: string | null) {
  const [loaded, tested] = await Promise.all([
    pageData(SsoProvidersDoc, {}),
    test ? pageData(SsoTestDoc, { id: test }) : undefined,
    words(),
  ]);
  return { loaded, test: tested?.ssoTest };
}

export async function loadProvider(id: string) {
  const [loaded, places] = await Promise.all([
    pageData(SsoProviderDoc, { id }),
    pageData(SsoPlacesDoc, {}),
    words(),
  ]);
  return { loaded, places: places.ssoCommunities };
}

/** For a provider that is new. */
export async function loadNew() {
  const [places] = await Promise.all([pageData(SsoPlacesDoc, {}), words()]);
  return { places: places.ssoCommunities };
}
