import { nameIn } from '$lib/questions/filters';
import { loadQuestions } from '$lib/questions/load';

export async function load({ params, parent, url }) {
  await parent();
  const filter = nameIn(url.searchParams.get('show'));
  return { filter, loaded: await loadQuestions(params.community, filter) };
}
