import type { ThreadFieldsFragment } from '$lib/api';
import type { Post } from './order';

/** What became of a question so far. */
export interface Story {
  asked: { at: string; by: string | undefined };
  /** The first answer by somebody else. */
  answered?: { at: string; by: string | undefined };
  helped?: { by: string | undefined; post: string };
  closed?: { at: string };
}

export function storyOf(thread: ThreadFieldsFragment, posts: readonly Post[]): Story {
  const answers = posts
    .filter(({ number, author, deletedAt }) => {
      return number > 1 && deletedAt === null && author?.id !== thread.author?.id;
    })
    .toSorted((one, other) => one.number - other.number);
  const [first] = answers;
  const helped = posts.find(({ id }) => id === thread.acceptedPostId);
  return {
    asked: { at: thread.createdAt, by: thread.author?.name },
    answered: first && { at: first.createdAt, by: first.author?.name },
    helped: helped && { by: helped.author?.name, post: helped.id },
    closed: thread.lockedAt ? { at: thread.lockedAt } : undefined,
  };
}
