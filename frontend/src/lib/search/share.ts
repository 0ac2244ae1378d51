import type { SearchFacetsQuery } from '$lib/api';
import { region, t } from '$lib/i18n/index.svelte';

const MONTH = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

export type Share = SearchFacetsQuery['search']['facets'][number];

/** What a share of the results is called: kinds, marks and months in words, all else by its own name. */
export function shareName({ of, name }: Pick<Share, 'of' | 'name'>): string {
  if (of === 'KIND') return t('search-kind', { kind: name });
  if (of === 'MARK') return t('search-mark', { mark: name });
  if (of === 'MONTH') return new Date(name).toLocaleDateString(region(), MONTH);
  return name;
}

/** The shares in groups, in the order in which they came; what is of one kind only narrows nothing. */
export function groups(shares: Share[], total: number): [Share['of'], Share[]][] {
  const found = new Map<Share['of'], Share[]>();
  for (const share of shares.filter(({ count }) => count < total))
    found.set(share.of, [...(found.get(share.of) ?? []), share]);
  return [...found];
}
