import type { AccountLineFragment } from '$lib/api';
import { listInWords } from '$lib/communities/words';
import { t } from '$lib/i18n/index.svelte';

/** How somebody signs in: "Password with a second factor and Example AG" */
export function waysIn({
  hasPassword,
  hasSecondFactor,
  providers,
}: Pick<AccountLineFragment, 'hasPassword' | 'hasSecondFactor' | 'providers'>): string {
  const password = hasPassword
    ? [t(hasSecondFactor ? 'account-by-password-and-code' : 'account-by-password')]
    : [];
  const ways = [...password, ...providers];
  return ways.length > 0 ? listInWords(ways) : t('account-by-nothing');
}

/** How a membership came to be: "by the groups of the directory" */
export const granted = (provenance: string, by: { name: string } | null | undefined): string =>
  by ? t('granted-by', { name: by.name, how: provenance }) : t('granted-how', { how: provenance });
