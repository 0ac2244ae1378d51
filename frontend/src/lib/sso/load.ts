import { LinkedAccountsDoc, SignInProvidersDoc, pageData, query } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';
import type { Way } from './away';

/** The ways in, and what the address says of the last attempt. */
export interface Ways {
  offered: readonly Way[];
  /** Whether a password kept here is a way in. */
  isLocal: boolean;
  refused?: string;
  isSignedOut: boolean;
}

/** For the sign-in page, which stands also where nothing of this can be fetched. */
export async function loadWays(asked: URLSearchParams): Promise<Ways> {
  const [loaded] = await Promise.all([
    query(SignInProvidersDoc, {}).catch(() => undefined),
    speakAlso('accounts'),
  ]);
  return {
    offered: loaded?.signInProviders ?? [],
    isLocal: viewer.server.localSignIn,
    refused: asked.get('refused') ?? undefined,
    isSignedOut: asked.has('signedOut'),
  };
}

/** Accounts elsewhere, and those that could be linked, for the settings. */
export async function loadLinked(email: string | null | undefined) {
  const [loaded] = await Promise.all([
    pageData(LinkedAccountsDoc, { email }),
    speakAlso('accounts'),
  ]);
  return loaded;
}
