/** What is read around a post before something is decided about it. Pure. */
interface Post {
  id: string;
  number: number;
  parentId: string | null;
}

export type Part<P extends Post> =
  { kind: 'post'; key: string; post: P } | { kind: 'folded'; key: string; posts: P[] };

/**
 * A conversation as it is read for one post: how it began, the post, what it answers and what is said
 * beside and below it; the rest is folded where it stands.
 */
export function aroundPost<P extends Post>(posts: readonly P[], here: P): Part<P>[] {
  const all = posts.some(({ id }) => id === here.id)
    ? [...posts]
    : [...posts, here].toSorted((one, other) => one.number - other.number);
  const branch = here.parentId ?? here.id;
  const isNear = (post: P) =>
    post.number === 1 || post.id === branch || (here.number > 1 && post.parentId === branch);
  const parts: Part<P>[] = [];
  for (const post of all) {
    const last = parts.at(-1);
    if (isNear(post)) parts.push({ kind: 'post', key: post.id, post });
    else if (last?.kind === 'folded') last.posts.push(post);
    else parts.push({ kind: 'folded', key: `before ${post.id}`, posts: [post] });
  }
  return parts;
}
