import Bell from '@lucide/svelte/icons/bell';
import BookA from '@lucide/svelte/icons/book-a';
import BookOpen from '@lucide/svelte/icons/book-open';
import CalendarCog from '@lucide/svelte/icons/calendar-cog';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import Fingerprint from '@lucide/svelte/icons/fingerprint';
import Keyboard from '@lucide/svelte/icons/keyboard';
import IdCard from '@lucide/svelte/icons/id-card';
import KeyRound from '@lucide/svelte/icons/key-round';
import ListRestart from '@lucide/svelte/icons/list-restart';
import LogOut from '@lucide/svelte/icons/log-out';
import MessageSquareQuote from '@lucide/svelte/icons/message-square-quote';
import ChartNoAxesColumn from '@lucide/svelte/icons/chart-no-axes-column';
import MessageCircleMore from '@lucide/svelte/icons/message-circle-more';
import MessageCircleQuestion from '@lucide/svelte/icons/message-circle-question-mark';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import Monitor from '@lucide/svelte/icons/monitor';
import Moon from '@lucide/svelte/icons/moon';
import PenLine from '@lucide/svelte/icons/pen-line';
import Plus from '@lucide/svelte/icons/plus';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import Send from '@lucide/svelte/icons/send';
import Settings from '@lucide/svelte/icons/settings';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Sun from '@lucide/svelte/icons/sun';
import Activity from '@lucide/svelte/icons/activity';
import Users from '@lucide/svelte/icons/users';
import UsersRound from '@lucide/svelte/icons/users-round';
import type { Component } from 'svelte';
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { t } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';
import { paths, type Place } from '$lib/paths';
import { shell } from '$lib/shell/shell.svelte';
import HomeIcon from '$lib/ui/HomeIcon.svelte';

export interface PaletteItem {
  label: string;
  icon: Component;
  keys?: string;
  run: () => void;
}

const go = (path: Place) => () => void goto(resolve(path));

/** What stands behind somebody's name, for those who lead somewhere or look after everything. */
function placesOfDesk(): PaletteItem[] {
  const leads = viewer.looksAfterSome;
  return [
    ...(leads ? [{ label: t('programs'), icon: BookOpen, run: go(paths.programs) }] : []),
    ...(viewer.current?.isAdministrator
      ? [
          { label: t('outbox-title'), icon: Send, run: go(paths.outbox) },
          { label: t('synonyms-title'), icon: BookA, run: go(paths.synonyms) },
          { label: t('settings-tokens'), icon: KeyRound, run: go(paths.tokens) },
          { label: t('sso-title'), icon: IdCard, run: go(paths.sso()) },
          { label: t('rule-title'), icon: Fingerprint, run: go(paths.factorRule) },
        ]
      : []),
    ...(viewer.current?.isAuditor
      ? [{ label: t('audit-title'), icon: ShieldCheck, run: go(paths.audit()) }]
      : []),
    ...(viewer.current?.isAdministrator
      ? [{ label: t('audit-log-title'), icon: ScrollText, run: go(paths.auditLog()) }]
      : []),
    ...(leads ? [{ label: t('nav-jobs'), icon: ListRestart, run: go(paths.jobs) }] : []),
  ];
}

export function palettePlaces(slug: string | undefined): PaletteItem[] {
  const here = viewer.memberships.find(({ community }) => community.slug === slug);
  const leads = here?.role === 'FACILITATOR';
  const inCommunity = slug
    ? [
        { label: t('nav-home'), icon: HomeIcon, keys: 'g h', run: go(paths.community(slug)) },
        {
          label: t('nav-sessions'),
          icon: CalendarDays,
          keys: 'g s',
          run: go(paths.sessions(slug)),
        },
        {
          label: t('nav-questions'),
          icon: MessageCircleQuestion,
          keys: 'g q',
          run: go(paths.questions(slug)),
        },
        {
          label: t('nav-channels'),
          icon: MessagesSquare,
          keys: 'g c',
          run: go(paths.channels(slug)),
        },
        { label: t('nav-prompts'), icon: MessageSquareQuote, run: go(paths.prompts(slug)) },
        { label: t('library-title'), icon: ShieldCheck, run: go(paths.corrections(slug)) },
        {
          label: t('check-ins-title'),
          icon: Activity,
          keys: 'g k',
          run: go(paths.checkIns(slug)),
        },
        {
          label: t('nav-pulses'),
          icon: ChartNoAxesColumn,
          keys: 'g u',
          run: go(paths.pulses(slug)),
        },
        { label: t('nav-pairing'), icon: Users, keys: 'g p', run: go(paths.pairing(slug)) },
        {
          label: t('nav-consult'),
          icon: MessageCircleMore,
          keys: 'g a',
          run: go(paths.consultations(slug)),
        },
        { label: t('nav-people'), icon: UsersRound, keys: 'g e', run: go(paths.people(slug)) },
        ...(leads ? [{ label: t('nav-plan'), icon: CalendarCog, run: go(paths.plan(slug)) }] : []),
      ]
    : [];
  const others = viewer.communities
    .filter((community) => community.slug !== slug)
    .map(({ slug, name }) => ({ label: name, icon: HomeIcon, run: go(paths.community(slug)) }));
  return [
    { label: t('nav-today'), icon: Sun, keys: 'g t', run: go(paths.today) },
    { label: t('nav-inbox'), icon: Bell, keys: 'g i', run: go(paths.inbox) },
    ...inCommunity,
    ...others,
    { label: t('nav-drafts'), icon: PenLine, keys: 'g d', run: go(paths.drafts) },
    ...placesOfDesk(),
    { label: t('nav-settings'), icon: Settings, run: go(paths.settings()) },
  ];
}

export const paletteActions = (): PaletteItem[] => [
  ...(viewer.current?.isAdministrator
    ? [{ label: t('new-community'), icon: Plus, run: go(paths.newCommunity) }]
    : []),
  {
    label: t('action-theme-light'),
    icon: Sun,
    run: () => void viewer.prefer({ theme: 'LIGHT' }),
  },
  {
    label: t('action-theme-dark'),
    icon: Moon,
    run: () => void viewer.prefer({ theme: 'DARK' }),
  },
  {
    label: t('action-theme-system'),
    icon: Monitor,
    run: () => void viewer.prefer({ theme: 'SYSTEM' }),
  },
  { label: t('action-shortcuts'), icon: Keyboard, keys: '?', run: () => shell.openSheet() },
  { label: t('sign-out'), icon: LogOut, run: () => void viewer.signOut() },
];
