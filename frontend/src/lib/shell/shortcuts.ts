import { t } from '$lib/i18n/index.svelte';
import { moderates } from '$lib/moderation/moderates.svelte';
import { paths, type Place } from '$lib/paths';
import type { Shortcut } from './keyboard.svelte';
import { shell } from './shell.svelte';

/** The keys that work on every screen; those of a community only when there is one. */
export function globalShortcuts(slug: string | undefined, go: (path: Place) => void): Shortcut[] {
  const inCommunity = slug
    ? [
        { keys: 'g h', label: t('key-home'), run: () => go(paths.community(slug)) },
        { keys: 'g s', label: t('key-sessions'), run: () => go(paths.sessions(slug)) },
        { keys: 'g q', label: t('key-questions'), run: () => go(paths.questions(slug)) },
        { keys: 'g c', label: t('key-channels'), run: () => go(paths.channels(slug)) },
        { keys: 'g k', label: t('check-ins-title'), run: () => go(paths.checkIns(slug)) },
        { keys: 'g u', label: t('nav-pulses'), run: () => go(paths.pulses(slug)) },
        { keys: 'g p', label: t('key-pairing'), run: () => go(paths.pairing(slug)) },
        { keys: 'g a', label: t('nav-consult'), run: () => go(paths.consultations(slug)) },
        { keys: 'g f', label: t('nav-feedback'), run: () => go(paths.feedback(slug)) },
        { keys: 'g e', label: t('key-people'), run: () => go(paths.people(slug)) },
        { keys: 'g o', label: t('key-community'), run: () => (shell.isSwitcherOpen = true) },
      ]
    : [];
  return [
    { keys: '$mod+k', label: t('key-palette'), run: () => shell.openPalette() },
    { keys: '/', label: t('key-search'), run: () => go(paths.search()) },
    { keys: '?', label: t('key-shortcuts'), run: () => shell.openSheet() },
    { keys: 'g t', label: t('key-today'), run: () => go(paths.today) },
    { keys: 'g i', label: t('key-inbox'), run: () => go(paths.inbox) },
    { keys: 'g d', label: t('key-drafts'), run: () => go(paths.drafts) },
    ...(moderates.somewhere
      ? [{ keys: 'g m', label: t('key-moderation'), run: () => go(paths.moderation()) }]
      : []),
    ...inCommunity,
  ];
}
