import { MarkPreWorkDoneDoc, mutate } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';

/** Says that one is done with pre-work, at once; it can be taken back. */
export async function finish(preWork: { id: string; title: string }, done: boolean) {
  const input = { preWork: preWork.id, done };
  if (!(await attempt(() => mutate(MarkPreWorkDoneDoc, { input })))) return;
  const { title } = preWork;
  toasts.say(done ? t('pre-work-done-toast', { title }) : t('pre-work-open-toast', { title }), {
    action: { label: t('undo'), run: () => void finish(preWork, !done) },
  });
}
