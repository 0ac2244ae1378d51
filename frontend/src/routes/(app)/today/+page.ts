import { TodayDoc, pageData } from '$lib/api';

export async function load({ parent }) {
  await parent();
  const loaded = await pageData(TodayDoc, {});
  // The parts of what waits come before the page, so that nothing jumps.
  const { due = [] } = loaded.viewer ?? {};
  await Promise.all([
    loaded.today.waiting.length > 0 && import('$lib/notifications/ItemThing.svelte'),
    due.some(({ prompt }) => prompt) && import('$lib/prompts/PromptThing.svelte'),
    due.some(({ preWork }) => preWork) && import('$lib/prompts/PreWorkThing.svelte'),
  ]).catch(() => undefined);
  return { loaded };
}
