import { paths, type Place } from '$lib/paths';
import type { PlannedItem } from './days';

/** To what came of something that happens by itself; before that, to where it can be changed. */
export function placeOf({ item, step }: PlannedItem, slug: string): Place {
  if (item.state !== 'DONE') return paths.plan(slug);
  if (item.made) return paths.go(item.made);
  // What each is asked to do alone is counted together.
  return step?.action === 'consult_colleague' ? paths.consultations(slug) : paths.plan(slug);
}
