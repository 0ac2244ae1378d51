import { PeopleHeadDoc, found, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { ROLES } from '$lib/identity/roles';

export async function load({ params, parent, url }) {
  await parent();
  const [loaded] = await Promise.all([
    pageData(PeopleHeadDoc, { slug: params.community }),
    speakAlso('organisation'),
  ]);
  found(loaded.community);
  const named = url.searchParams.get('role')?.toUpperCase();
  const asked = {
    query: url.searchParams.get('q') ?? '',
    role: ROLES.find((role) => role === named),
  };
  return { loaded, asked };
}
