import { loadDesk } from '$lib/journeys/load';

export async function load({ params, parent, url }) {
  await parent();
  return {
    desk: await loadDesk(params.community),
    template: url.searchParams.get('template') ?? undefined,
    session: url.searchParams.get('session') ?? undefined,
  };
}
