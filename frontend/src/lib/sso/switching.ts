import { BeginSsoTestDoc, SwitchSsoProviderDoc, mutate } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';
import { away } from './away';

interface Switched {
  id: string;
  name: string;
}

/** At once; it can be taken back. */
export const switchProvider = ({ id, name }: Switched, on: boolean): Promise<unknown> =>
  attempt(async () => {
    await mutate(SwitchSsoProviderDoc, { input: { provider: id, on } });
    toasts.say(on ? t('sso-is-on', { name }) : t('sso-is-off', { name }), {
      action: { label: t('undo'), run: () => void switchProvider({ id, name }, !on) },
    });
  });

/** Leads to the provider; it comes back with what it said, and nobody is signed in by it. */
export const tryProvider = (provider: string) =>
  attempt(async () => {
    away.to((await mutate(BeginSsoTestDoc, { input: { provider } })).beginSsoTest.url);
  });
