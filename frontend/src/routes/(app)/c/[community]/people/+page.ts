import { PeopleHeadDoc, found, pageData } from '$lib/api';
import { ROLES } from '$lib/identity/roles';

export async function load({ params, parent, url }) {
  await parent();
  const loaded = await pageData(PeopleHeadDoc, { slug: params.community });
  found(loaded.community);
  const named = url.searchParams.get('role')?.toUpperCase();
  const asked = {
    query: url.searchParams.get('q') ?? '',
    role: ROLES.find((role) => role === named),
  };
  return { loaded, asked };
}
