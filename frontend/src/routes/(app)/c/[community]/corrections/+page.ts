import { loadDesk, loadLibrary, partIn } from '$lib/misconceptions/load';

export async function load({ params, parent, url }) {
  await parent();
  const part = partIn(url.searchParams.get('show'));
  const words = url.searchParams.get('q') ?? '';
  if (part !== 'library') await loadDesk(params.community, part);
  return { part, words, loaded: await loadLibrary(params.community, words) };
}
