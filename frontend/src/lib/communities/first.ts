/** Which community somebody meets who has visited none yet. Pure. */
import type { ViewerQuery } from '$lib/api';

type Memberships = NonNullable<ViewerQuery['viewer']>['memberships'];
type Membership = Pick<Memberships['edges'][number]['node'], 'role'> & {
  community: Pick<
    Memberships['edges'][number]['node']['community'],
    'slug' | 'kind' | 'archivedAt'
  >;
};

/** One that goes on, one they lead, a cohort: in this order. */
const worth = ({ role, community }: Membership) =>
  (community.archivedAt ? 0 : 4) +
  (role === 'FACILITATOR' ? 2 : 0) +
  (community.kind === 'COHORT' ? 1 : 0);

/** Among equals the first that the person belongs to. */
export function firstOf(memberships: readonly Membership[]): string | undefined {
  let best: Membership | undefined;
  for (const each of memberships) if (!best || worth(each) > worth(best)) best = each;
  return best?.community.slug;
}
