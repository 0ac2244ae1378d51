import { AcknowledgeNormsDoc, mutate } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';

/** The viewer means to keep how people treat each other in a community. */
export async function acknowledge({ id, name }: { id: string; name: string }) {
  const kept = await attempt(() => mutate(AcknowledgeNormsDoc, { input: { community: id } }));
  if (kept) toasts.say(t('norms-kept', { community: name }));
}
