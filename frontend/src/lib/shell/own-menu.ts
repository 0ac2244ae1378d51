import BookA from '@lucide/svelte/icons/book-a';
import BookOpen from '@lucide/svelte/icons/book-open';
import FileArchive from '@lucide/svelte/icons/file-archive';
import Fingerprint from '@lucide/svelte/icons/fingerprint';
import Flag from '@lucide/svelte/icons/flag';
import IdCard from '@lucide/svelte/icons/id-card';
import KeyRound from '@lucide/svelte/icons/key-round';
import Keyboard from '@lucide/svelte/icons/keyboard';
import ListRestart from '@lucide/svelte/icons/list-restart';
import LogOut from '@lucide/svelte/icons/log-out';
import PenLine from '@lucide/svelte/icons/pen-line';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import Send from '@lucide/svelte/icons/send';
import Settings from '@lucide/svelte/icons/settings';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import UserRound from '@lucide/svelte/icons/user-round';
import UserX from '@lucide/svelte/icons/user-x';
import UsersRound from '@lucide/svelte/icons/users-round';
import { resolve } from '$app/paths';
import { t } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';
import { moderates } from '$lib/moderation/moderates.svelte';
import { paths } from '$lib/paths';
import type { MenuGroup } from '$lib/ui/menu';
import { shell } from './shell.svelte';

/** What stands behind somebody's name. It comes when they reach for it: no page waits for its icons. */
export function ownMenu(isCompact: boolean): MenuGroup[] {
  const { person } = viewer;
  // Whoever has just signed out.
  if (!person) return [];
  const leads = viewer.looksAfterSome;
  return [
    {
      items: [
        { label: t('your-profile'), icon: UserRound, href: resolve(paths.person(person.handle)) },
        { label: t('nav-drafts'), icon: PenLine, href: resolve(paths.drafts) },
        ...(isCompact && moderates.somewhere
          ? [{ label: t('nav-moderation'), icon: ShieldCheck, href: resolve(paths.moderation()) }]
          : []),
        { label: t('flags-mine'), icon: Flag, href: resolve(paths.reports) },
        ...(leads ? [{ label: t('programs'), icon: BookOpen, href: resolve(paths.programs) }] : []),
        ...(viewer.current?.isAdministrator
          ? [
              { label: t('accounts-title'), icon: UsersRound, href: resolve(paths.accounts()) },
              { label: t('outbox-title'), icon: Send, href: resolve(paths.outbox) },
              { label: t('suspensions-title'), icon: UserX, href: resolve(paths.suspensions) },
              { label: t('synonyms-title'), icon: BookA, href: resolve(paths.synonyms) },
              { label: t('settings-tokens'), icon: KeyRound, href: resolve(paths.tokens) },
              { label: t('data-title'), icon: FileArchive, href: resolve(paths.data) },
              { label: t('sso-title'), icon: IdCard, href: resolve(paths.sso()) },
              { label: t('rule-title'), icon: Fingerprint, href: resolve(paths.factorRule) },
            ]
          : []),
        ...(viewer.current?.isAuditor
          ? [{ label: t('audit-title'), icon: ShieldCheck, href: resolve(paths.audit()) }]
          : []),
        ...(viewer.current?.isAdministrator
          ? [{ label: t('audit-log-title'), icon: ScrollText, href: resolve(paths.auditLog()) }]
          : []),
        ...(leads ? [{ label: t('nav-jobs'), icon: ListRestart, href: resolve(paths.jobs) }] : []),
        { label: t('nav-settings'), icon: Settings, href: resolve(paths.settings()) },
        { label: t('shortcuts-title'), icon: Keyboard, run: () => shell.openSheet() },
      ],
    },
    { items: [{ label: t('sign-out'), icon: LogOut, run: () => void viewer.signOut() }] },
  ];
}
