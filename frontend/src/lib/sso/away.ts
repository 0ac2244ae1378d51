import type { SignInProvidersQuery } from '$lib/api';

export type Way = SignInProvidersQuery['signInProviders'][number];

/** Where signing in begins with a provider: an address of the server, which leads on to the provider. */
export function startOf({ startUrl }: Way, asked: { next?: string; email?: string }): string {
  const given = Object.entries(asked).filter(([, value]) => value) as [string, string][];
  return given.length > 0 ? `${startUrl}?${new URLSearchParams(given)}` : startUrl;
}

const isOfWeb = (url: string) => /^https?:$/.test(new URL(url, location.href).protocol);

/** Leaves the app, to come back to it from elsewhere. What would be a script leads home. */
export const away = { to: (url: string) => location.assign(isOfWeb(url) ? url : '/') };
