import type { Post } from './order';

/** How much of a post must be in view, and for how long, to count as read. */
export const SHARE_IN_VIEW = 0.6;
export const DWELL_MS = 1_500;

/** The numbers that were on screen. Nothing shows them, so nothing follows them. */
export class Seen extends Set<number> {}

/** What is looked at, and which post it shows. */
export class Watched extends Map<Element, Post> {}

interface Extent {
  top: number;
  bottom: number;
}

/**
 * Whether a post is in view: 60 % of it. One that is taller than the view can never be; it counts
 * when its end is there and it fills 60 % of the view.
 */
export function isInView(post: Extent, viewHeight: number): boolean {
  const height = post.bottom - post.top;
  const seen = Math.min(post.bottom, viewHeight) - Math.max(post.top, 0);
  if (height <= 0 || seen <= 0) return false;
  if (seen / height >= SHARE_IN_VIEW) return true;
  return post.bottom <= viewHeight && seen / viewHeight >= SHARE_IN_VIEW;
}

/** Numbers that stay in view long enough, with somebody looking. */
export class Dwell {
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #inView = new Set<number>();
  #isWatched: boolean;
  #onRead: (number: number) => void;

  constructor(isWatched: boolean, onRead: (number: number) => void) {
    this.#isWatched = isWatched;
    this.#onRead = onRead;
  }

  enter(number: number) {
    this.#inView.add(number);
    if (this.#isWatched) this.#start(number);
  }

  leave(number: number) {
    this.#inView.delete(number);
    this.#stop(number);
  }

  /** The tab lost or gained the focus: nobody reads what nobody looks at. */
  watched(isWatched: boolean) {
    this.#isWatched = isWatched;
    for (const number of this.#inView) {
      if (isWatched) this.#start(number);
      else this.#stop(number);
    }
  }

  end() {
    for (const number of [...this.#timers.keys()]) this.#stop(number);
    this.#inView.clear();
  }

  #start(number: number) {
    if (this.#timers.has(number)) return;
    this.#timers.set(
      number,
      setTimeout(() => {
        this.#timers.delete(number);
        this.#onRead(number);
      }, DWELL_MS),
    );
  }

  #stop(number: number) {
    clearTimeout(this.#timers.get(number));
    this.#timers.delete(number);
  }
}

interface Loaded {
  number: number;
  /** Own posts and deleted ones need no reading. */
  needsNoReading: boolean;
}

/**
 * How far the conversation is read: the server keeps one number, and replies in place are not in the
 * order of their numbers. So it moves on only as long as every post up to it was on screen.
 */
export function readThrough(
  from: number,
  seen: ReadonlySet<number>,
  { posts, isWhole }: { posts: readonly Loaded[]; isWhole: boolean },
): number {
  const known = new Map(posts.map((post) => [post.number, post]));
  const last = Math.max(0, ...known.keys());
  let through = from;
  while (through < last) {
    const next = known.get(through + 1);
    const isRead = next ? seen.has(next.number) || next.needsNoReading : isWhole;
    if (!isRead) break;
    through += 1;
  }
  return through;
}
