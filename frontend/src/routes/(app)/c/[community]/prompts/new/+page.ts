import { askingIn } from '$lib/prompts/place';

export async function load({ params, parent, url }) {
  await parent();
  const { searchParams } = url;
  return {
    community: await askingIn(params.community),
    session: searchParams.get('session') ?? undefined,
    channel: searchParams.get('channel') ?? undefined,
  };
}
