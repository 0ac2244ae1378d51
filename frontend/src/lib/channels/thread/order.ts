import type { PostFieldsFragment } from '$lib/api';

export type Post = PostFieldsFragment;

/** A reply and what was replied to it: one level deep. */
export interface Branch {
  root: Post;
  replies: Post[];
}

/** Posts in reading order, as the server gives them, gathered under what they reply to. */
export function branchesOf(posts: readonly Post[]): Branch[] {
  const branches: Branch[] = [];
  const byRoot = new Map<string, Branch>();
  for (const post of posts) {
    const branch = post.parentId === null ? undefined : byRoot.get(post.parentId);
    if (branch) {
      branch.replies.push(post);
    } else {
      const made = { root: post, replies: [] };
      byRoot.set(post.id, made);
      branches.push(made);
    }
  }
  return branches;
}

const isIn = (root: string | null) => (post: Post) => post.id === root || post.parentId === root;

/**
 * The posts with `post` where it is read: in place of its earlier state, after the last reply of its
 * branch, or at the end. The same list when it belongs to a part that has not been loaded.
 */
export function placed(posts: readonly Post[], post: Post, isWhole: boolean): readonly Post[] {
  const known = posts.findIndex(({ id }) => id === post.id);
  if (known >= 0) return posts.with(known, post);
  if (post.parentId === null) return isWhole ? [...posts, post] : posts;
  const last = posts.findLastIndex(isIn(post.parentId));
  return last < 0 ? posts : posts.toSpliced(last + 1, 0, post);
}

/** A page further on; what a live event brought before it keeps its place. */
export function joined(posts: readonly Post[], page: readonly Post[]): readonly Post[] {
  const known = new Set(posts.map(({ id }) => id));
  return page.reduce(
    (all, post) => (known.has(post.id) ? placed(all, post, true) : [...all, post]),
    posts,
  );
}

/** The post where reading goes on: the first, in reading order, that is new and somebody else's. */
export const firstUnread = (posts: readonly Post[], readThrough: number) =>
  posts.find(({ number, viewerIsAuthor }) => number > readThrough && !viewerIsAuthor);
