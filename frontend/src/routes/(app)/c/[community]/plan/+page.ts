import { loadPlan } from '$lib/journeys/load';

export async function load({ params, parent, url }) {
  await parent();
  const loaded = await loadPlan(params.community);
  const view: 'plan' | 'learner' = url.searchParams.get('as') === 'learner' ? 'learner' : 'plan';
  return { loaded, view };
}
