import Moon from '@lucide/svelte/icons/moon';
import Sun from '@lucide/svelte/icons/sun';
import type { Role } from '$lib/api';
import { locale, t } from '$lib/i18n/index.svelte';
import { momentNear } from '$lib/i18n/near';

/** "Due Tuesday, 17:00", "Was due yesterday, 17:00", "No day by which it is due" */
export function dueInWords(dueAt: string | null, now = new Date()): string {
  if (!dueAt) return t('due-never');
  const when = momentNear(dueAt, now);
  return Date.parse(dueAt) < now.getTime() ? t('due-was', { when }) : t('due-by', { when });
}

const manyOf = (role: Role) =>
  ({
    LEARNER: t('roles-learner'),
    MODERATOR: t('roles-moderator'),
    FACILITATOR: t('roles-facilitator'),
    EXPERT: t('roles-expert'),
    OBSERVER: t('roles-observer'),
  })[role];

/** "learners and experts" */
export const rolesInWords = (roles: readonly Role[]) =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(roles.map(manyOf));

/** What says on which side of which session something stands. */
export const sideChip = (side: 'before' | 'after', number: number) =>
  ({
    before: { tone: 'before', icon: Sun, text: t('before-session', { number }) },
    after: { tone: 'after', icon: Moon, text: t('after-session', { number }) },
  })[side] as { tone: 'before' | 'after'; icon: typeof Sun; text: string };
