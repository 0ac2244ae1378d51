/** Which posts of a conversation become one of their own. Pure. */
interface Post {
  id: string;
  number: number;
  parentId: string | null;
  deletedAt: string | null;
}

/** What a conversation begins with stays where it is; what is deleted leads nowhere. */
export const movable = <P extends Post>(posts: readonly P[]): P[] =>
  posts.filter(({ number, deletedAt }) => number > 1 && deletedAt === null);

/**
 * The choice after one more post was taken, or let go again: with an answer goes what was replied to it,
 * while a reply can go alone.
 */
export function taken(
  posts: readonly Post[],
  chosen: readonly string[],
  post: string,
): readonly string[] {
  const branch = movable(posts)
    .filter(({ id, parentId }) => id === post || parentId === post)
    .map(({ id }) => id);
  const rest = chosen.filter((id) => !branch.includes(id));
  if (chosen.includes(post)) return rest;
  const order = movable(posts).map(({ id }) => id);
  return [...rest, ...branch].toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
}
