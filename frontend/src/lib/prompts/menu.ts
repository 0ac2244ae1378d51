import PenLine from '@lucide/svelte/icons/pen-line';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Undo from '@lucide/svelte/icons/undo-2';
import { resolve } from '$app/paths';
import { WithdrawPromptDoc, mutate, type PromptFieldsFragment } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { paths } from '$lib/paths';
import { attempt } from '$lib/ui/attempt';
import type { MenuItem } from '$lib/ui/menu';
import { toasts } from '$lib/ui/toasts.svelte';

/** At once, and it can be taken back. */
export async function withdraw(prompt: { id: string; title: string }, withdrawn: boolean) {
  const input = { prompt: prompt.id, withdrawn };
  if (!(await attempt(() => mutate(WithdrawPromptDoc, { input })))) return;
  const { title } = prompt;
  toasts.say(
    withdrawn ? t('prompt-withdrawn-toast', { title }) : t('prompt-again-toast', { title }),
    {
      action: { label: t('undo'), run: () => void withdraw(prompt, !withdrawn) },
    },
  );
}

/** What who leads does with a prompt. */
export function promptMenu(community: string, prompt: PromptFieldsFragment): MenuItem[] {
  if (!prompt.viewerCan.edit) return [];
  const isWithdrawn = prompt.withdrawnAt !== null;
  return [
    {
      label: t('prompt-edit'),
      icon: PenLine,
      href: resolve(paths.editPrompt(community, prompt.id)),
    },
    {
      label: isWithdrawn ? t('prompt-ask-again') : t('prompt-withdraw'),
      icon: isWithdrawn ? RotateCcw : Undo,
      run: () => void withdraw(prompt, !isWithdrawn),
    },
  ];
}
