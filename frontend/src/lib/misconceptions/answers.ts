import {
  AcknowledgeCorrectionDoc,
  WhatToReplyToDoc,
  mutate,
  query,
  type CorrectionAnswer,
} from '$lib/api';
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { Draft } from '$lib/channels/composer/draft.svelte';
import { t } from '$lib/i18n/index.svelte';
import { paths, place } from '$lib/paths';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';

/** The three answers, in the order in which they are offered. */
export const ANSWERS: readonly CorrectionAnswer[] = ['GOT_IT', 'SAW_IT_ALREADY', 'NOT_CONVINCED'];

export const answerInWords = (answer: CorrectionAnswer) => t('correction-answer', { answer });

/** What a reply to the owner begins with. */
export const doubt = (owner: { handle: string } | null | undefined) =>
  owner ? t('correction-doubt-to', { handle: `@${owner.handle}` }) : t('correction-doubt');

/** Says what one makes of it. Whether it was heard. */
export async function answer(misconception: string, given: CorrectionAnswer): Promise<boolean> {
  const input = { misconception, answer: given };
  const heard = await attempt(() => mutate(AcknowledgeCorrectionDoc, { input }));
  if (!heard) return false;
  if (given !== 'NOT_CONVINCED') toasts.say(t('correction-answered-toast'));
  return true;
}

/** From anywhere: to a place where it was said, with a reply to its owner begun. */
export async function replyWithDoubt(misconception: string) {
  await attempt(async () => {
    const { node } = await query(WhatToReplyToDoc, { id: misconception });
    const found = node && 'occurrences' in node ? node : undefined;
    const post = found?.occurrences[0]?.post;
    if (!post) return;
    const draft = new Draft(`reply:${post.threadId}`);
    await draft.open();
    draft.append(doubt(found?.owner));
    draft.end();
    const go = `${paths.go(post.threadId)}?draft=${encodeURIComponent(draft.key)}`;
    await goto(resolve(place(go)));
  });
}
