import EyeOff from '@lucide/svelte/icons/eye-off';
import Flag from '@lucide/svelte/icons/flag';
import History from '@lucide/svelte/icons/history';
import Indent from '@lucide/svelte/icons/list-indent-increase';
import Link from '@lucide/svelte/icons/link';
import PenLine from '@lucide/svelte/icons/pen-line';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Split from '@lucide/svelte/icons/split';
import Quote from '@lucide/svelte/icons/text-quote';
import Trash from '@lucide/svelte/icons/trash';
import Undo from '@lucide/svelte/icons/undo-2';
import UserRoundSearch from '@lucide/svelte/icons/user-round-search';
import { t } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';
import type { MenuGroup, MenuItem } from '$lib/ui/menu';
import type { ThreadContext } from './context';
import type { Post } from './order';

/** What this person can do to this post. */
export function postMenu(post: Post, context: ThreadContext): MenuGroup[] {
  const { acts, conversation, desk } = context;
  const can = post.viewerCan;
  const offered = (isOffered: boolean, item: MenuItem) => (isOffered ? [item] : []);
  const isThere = post.deletedAt === null;
  const { thread } = context;
  const isMember = viewer.roleIn(thread.community.id) !== undefined;
  const isInOrder = thread.viewerCan.moderate && isThere && post.number > 1;
  const reading = [
    ...offered(isThere && thread.viewerCan.reply, {
      label: t('post-quote'),
      icon: Quote,
      run: () => acts.quote(post),
    }),
    { label: t('post-copy-link'), icon: Link, run: () => acts.copyLink(post) },
    { label: t('post-unread-from'), icon: EyeOff, run: () => acts.markUnread(post) },
    ...offered(isThere && post.editedAt !== null, {
      label: t('post-history'),
      icon: History,
      run: () => acts.showHistory(post),
    }),
  ];
  const ordering = [
    ...offered(isThere && isMember && !post.viewerIsAuthor, {
      label: t('flag'),
      icon: Flag,
      run: () => acts.show('flag', post),
    }),
    ...offered(isInOrder && thread.kind === 'QUESTION', {
      label: post.parentId ? t('post-to-answer') : t('post-to-comment'),
      icon: Indent,
      run: () => acts.show('convert', post),
    }),
    ...offered(isInOrder && (thread.kind === 'QUESTION' || thread.kind === 'DISCUSSION'), {
      label: t('split'),
      icon: Split,
      run: () => acts.show('split', post),
    }),
  ];
  // Of the opening that stands in the menu of the question; another came with a conversation that is merged.
  const isNamelessGuest = isInOrder && post.isNameless && !post.viewerIsAuthor;
  const revealing = offered(isNamelessGuest, {
    label: t('question-reveal'),
    icon: UserRoundSearch,
    run: () => acts.show('reveal', post),
  });
  const correcting = offered(isThere && context.thread.viewerCan.moderate, {
    label: t('post-correct'),
    icon: ShieldCheck,
    run: () => acts.correct(post),
  });
  const changing = [
    ...revealing,
    ...correcting,
    ...offered(can.edit, { label: t('post-edit'), icon: PenLine, run: () => desk.change(post) }),
    ...offered(can.delete, {
      label: t('post-delete'),
      icon: Trash,
      isDangerous: true,
      run: () => acts.remove(post),
    }),
    ...offered(can.restore, {
      label: t('post-restore'),
      icon: Undo,
      run: () => void conversation.restore(post),
    }),
  ];
  return [{ items: reading }, { items: ordering }, { items: changing }].filter(
    ({ items }) => items.length > 0,
  );
}
