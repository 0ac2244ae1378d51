import { MarkUnreadDoc, mutate, type PassageInput } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { selectedPassage } from '$lib/misconceptions/passage';
import { attempt } from '$lib/ui/attempt';
import { copied } from '$lib/ui/clipboard';
import { toasts } from '$lib/ui/toasts.svelte';
import type { PostDialog, ThreadContext } from './context';
import type { Conversation } from './conversation.svelte';
import type { Desk } from './desk.svelte';
import type { Post } from './order';
import type { Reader } from './reader.svelte';

/** The dialogs of a conversation: at most one is open. */
export class Dialogs {
  open = $state.raw<{ which: PostDialog; post: Post }>();
  correction = $state.raw<{ post: Post; passage?: PassageInput }>();
  opener: HTMLElement | null = null;

  show(which: PostDialog, post: Post) {
    // A menu that was used is gone; its post is still there.
    this.opener = document.getElementById(post.id);
    this.open = { which, post };
  }

  correct(post: Post) {
    this.opener = document.getElementById(post.id);
    this.correction = { post, passage: selectedPassage(post.id) };
  }

  close() {
    this.correction = undefined;
    this.open = undefined;
  }
}

/** What can be done to a post, by button, by menu and by key. */
export function postActs(conversation: Conversation, desk: Desk, reader: Reader) {
  const dialogs = new Dialogs();

  const acts: ThreadContext['acts'] = {
    copyLink(post) {
      void copied(location.origin + post.path).then((isCopied) =>
        toasts.say(isCopied ? t('post-link-copied') : t('post-link-not-copied')),
      );
    },
    quote(post) {
      desk.quote(post, selectedWithin(post) || (post.body ?? ''));
    },
    markUnread(post) {
      void attempt(async () => {
        const { markUnread } = await mutate(MarkUnreadDoc, { input: { post: post.id } });
        reader.rest(markUnread.readThrough);
        toasts.say(t('post-unread-toast'));
      });
    },
    remove(post) {
      if (desk.isOwn(post)) void attempt(() => conversation.remove(post));
      else dialogs.show('removal', post);
    },
    showHistory: (post) => dialogs.show('history', post),
    show: (which, post) => dialogs.show(which, post),
    correct: (post) => dialogs.correct(post),
  };
  return { acts, dialogs };
}

/** What is selected of the post's words. */
function selectedWithin({ id }: Post): string {
  const selection = getSelection();
  const words = document.getElementById(id)?.querySelector('.words');
  if (!selection || selection.isCollapsed || !words) return '';
  const isInside = words.contains(selection.anchorNode) && words.contains(selection.focusNode);
  return isInside ? selection.toString() : '';
}
