import type { InboxReason, TodayQuery } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { trusted } from '$lib/ui/html';

const reasonWords = (reason: InboxReason) =>
  ({
    MENTION: t('reason-mention'),
    REPLY: t('reason-reply'),
    FOLLOWED: t('reason-followed'),
  })[reason];

/** Why a conversation speaks to the viewer: "You are mentioned. You follow this." */
export const reasonsInWords = (reasons: readonly InboxReason[]) =>
  reasons.map(reasonWords).join(' · ');

/** One sentence for a conversation with something new: who did what in which. */
export function newsInWords(thread: TodayQuery['today']['news'][number]): string {
  const name = thread.lastAuthor?.name ?? thread.author?.name ?? t('somebody');
  const { title } = thread;
  const isQuestion = thread.kind === 'QUESTION';
  if (thread.replyCount === 0) {
    return isQuestion ? t('news-asked', { name, title }) : t('news-began', { name, title });
  }
  return isQuestion ? t('news-answered', { name, title }) : t('news-wrote', { name, title });
}

/** What a post says, without its marks. */
export const plainText = (html: string) =>
  new DOMParser()
    .parseFromString(trusted(html.replace(/<\/(p|li|h\d|blockquote)>/g, '$& ')), 'text/html')
    .body.textContent.replace(/\s+/g, ' ')
    .trim();
