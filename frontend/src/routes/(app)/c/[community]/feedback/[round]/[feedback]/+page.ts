import { loadFeedback } from '$lib/feedback/load';

export async function load({ params, parent }) {
  await parent();
  return { loaded: await loadFeedback(params.feedback) };
}
