import { AcknowledgeNormsDoc, mutate, says } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/ui/toasts.svelte';

/** The viewer means to keep how people treat each other in a community. */
export async function acknowledge({ id, name }: { id: string; name: string }) {
  try {
    await mutate(AcknowledgeNormsDoc, { input: { community: id } });
    toasts.say(t('norms-kept', { community: name }));
  } catch (failure) {
    toasts.say(says(failure), { tone: 'problem' });
  }
}
