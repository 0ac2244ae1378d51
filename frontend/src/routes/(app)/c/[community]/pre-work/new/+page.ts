import { askingIn } from '$lib/prompts/place';

export async function load({ params, parent, url }) {
  await parent();
  return {
    community: await askingIn(params.community),
    session: url.searchParams.get('session') ?? undefined,
  };
}
