import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { FollowThreadDoc, mutate, type Follow, type ThreadFieldsFragment } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { paths } from '$lib/paths';
import type { Shortcut } from '$lib/shell/keyboard.svelte';
import { attempt } from '$lib/ui/attempt';
import type { ThreadContext } from './context';
import type { Post } from './order';
import { currentPost, step } from './place';

type Page = Pick<ThreadContext, 'conversation' | 'desk' | 'acts'> & {
  thread: () => ThreadFieldsFragment;
  /** Further ones, for what else can be done with a post of it. */
  more?: (onPost: OnPost) => Shortcut[];
};

/** Runs with the post that has the focus. */
export type OnPost = (run: (post: Post) => void) => () => void;

export const follow = (thread: string, follow: Follow) =>
  attempt(() => mutate(FollowThreadDoc, { input: { thread, follow } }));

/** Every action of a conversation by one key; those on a post are about the one with the focus. */
export function threadKeys({ conversation, desk, acts, thread, more }: Page): Shortcut[] {
  const onPost: OnPost = (run) => () => {
    const element = currentPost();
    const post = conversation.posts.find(({ id }) => id === element?.id);
    if (post) run(post);
  };
  return [
    { keys: 'j', label: t('key-next-post'), run: () => step(1) },
    { keys: 'k', label: t('key-previous-post'), run: () => step(-1) },
    {
      keys: 'r',
      label: t('key-reply'),
      run: onPost((post) => thread().viewerCan.reply && desk.answer(post)),
    },
    {
      keys: 'q',
      label: t('key-quote'),
      run: onPost((post) => thread().viewerCan.reply && acts.quote(post)),
    },
    {
      keys: 'h',
      label: t('key-helpful'),
      run: onPost((post) => post.viewerCan.react && void conversation.react(post, 'HELPFUL')),
    },
    {
      keys: 'e',
      label: t('key-edit'),
      run: onPost((post) => post.viewerCan.edit && desk.change(post)),
    },
    { keys: 'u', label: t('key-unread'), run: onPost((post) => acts.markUnread(post)) },
    {
      keys: 'f',
      label: t('key-follow'),
      run: () => void follow(thread().id, thread().follow === 'FOLLOWING' ? 'NORMAL' : 'FOLLOWING'),
    },
    {
      keys: 'v',
      label: t('key-history'),
      run: onPost((post) => post.editedAt && acts.showHistory(post)),
    },
    {
      keys: 'x',
      label: t('key-correct'),
      run: onPost((post) => thread().viewerCan.moderate && !post.deletedAt && acts.correct(post)),
    },
    ...(more?.(onPost) ?? []),
    {
      keys: 'c',
      label: t('key-new'),
      run: () => {
        const { community, channel } = thread();
        void goto(resolve(paths.newConversation(community.slug, channel.slug)));
      },
    },
  ];
}
