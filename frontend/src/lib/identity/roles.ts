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
