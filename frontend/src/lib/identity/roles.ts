import type { Role } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';

/** A role as part of a sentence: "a moderator". */
export const roleName = (role: Role) =>
  ({
    LEARNER: t('role-learner'),
    MODERATOR: t('role-moderator'),
    FACILITATOR: t('role-facilitator'),
    EXPERT: t('role-expert'),
    OBSERVER: t('role-observer'),
  })[role];

/** A role by itself: "Moderator". */
export const roleTitle = (role: Role) =>
  ({
    LEARNER: t('role-title-learner'),
    MODERATOR: t('role-title-moderator'),
    FACILITATOR: t('role-title-facilitator'),
    EXPERT: t('role-title-expert'),
    OBSERVER: t('role-title-observer'),
  })[role];

/** The role by which a demonstration introduces somebody, as the server writes it: "moderator". */
export function demoRole(word: string): string {
  const role = ROLES.find((each) => each.toLowerCase() === word);
  if (role) return roleTitle(role);
  return word === 'administrator' ? t('role-title-administrator') : word;
}

/** Every role, from the most common to the rarest. */
export const ROLES: readonly Role[] = ['LEARNER', 'MODERATOR', 'FACILITATOR', 'EXPERT', 'OBSERVER'];

/** Roles as choices, with what each may do. */
export const roleOptions = () =>
  ROLES.map((role) => ({
    value: role,
    label: roleTitle(role),
    hint: {
      LEARNER: t('role-may-learner'),
      MODERATOR: t('role-may-moderator'),
      FACILITATOR: t('role-may-facilitator'),
      EXPERT: t('role-may-expert'),
      OBSERVER: t('role-may-observer'),
    }[role],
  }));
