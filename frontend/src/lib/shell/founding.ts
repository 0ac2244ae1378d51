import Plus from '@lucide/svelte/icons/plus';
import { resolve } from '$app/paths';
import { t } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';
import { paths } from '$lib/paths';
import type { MenuGroup } from '$lib/ui/menu';

/** What only administrators find at the end of the list of communities. */
export const foundingGroup = (): MenuGroup[] =>
  viewer.current?.isAdministrator
    ? [{ items: [{ label: t('new-community'), icon: Plus, href: resolve(paths.newCommunity) }] }]
    : [];
