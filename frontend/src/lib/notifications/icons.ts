import AtSign from '@lucide/svelte/icons/at-sign';
import Bell from '@lucide/svelte/icons/bell';
import Reply from '@lucide/svelte/icons/reply';
import type { InboxReason } from '$lib/api';

const ICONS = { MENTION: AtSign, REPLY: Reply, FOLLOWED: Bell };

/** The strongest reason comes first. */
export const iconOf = (reasons: readonly InboxReason[]) => ICONS[reasons[0] ?? 'FOLLOWED'];
