import { error } from '@sveltejs/kit';
import { JourneyDeskDoc, PlanDoc, found, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

const forLeaders = (mayEdit: boolean) => {
  if (!mayEdit) error(403, { message: 'for facilitators' });
};

/** The plan of a community, for a page's `load`: for those who lead. */
export async function loadPlan(slug: string) {
  const loaded = await pageData(PlanDoc, { slug });
  forLeaders(found(loaded.community).viewerCan.edit);
  return loaded;
}

/** What it takes to write journeys and to apply them. */
export async function loadDesk(slug: string) {
  const [desk] = await Promise.all([pageData(JourneyDeskDoc, { slug }), speakAlso('steps')]);
  forLeaders(found(desk.community).viewerCan.edit);
  return desk;
}
