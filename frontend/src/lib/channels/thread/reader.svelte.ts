import { MarkReadDoc, mutate } from '$lib/api';
import type { Conversation } from './conversation.svelte';
import type { Post } from './order';
import { coveredFoot } from './place';
import { Dwell, Seen, Watched, isInView, readThrough } from './reading';

/** Marks travel together: one request for what was read within this time. */
export const BATCH_MS = 1_000;
const THRESHOLDS = Array.from({ length: 21 }, (_, index) => index / 20);

/** Watches what is on screen, and tells the server how far this person read. */
export class Reader {
  /** Read up to this number, as far as this page knows. */
  through = $state(0);
  #conversation: Conversation;
  #seen = new Seen();
  #posts = new Watched();
  #observer: IntersectionObserver | undefined;
  #dwell = new Dwell(isWatched(), (number) => this.#read(number));
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isResting = false;
  /** What lies under the place to write is not on screen. */
  #foot = 0;

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
  }

  /** Begins to read after `through`. Returns how to stop; what was read by then is told. */
  start(through: number) {
    this.through = through;
    this.#foot = coveredFoot();
    const onFocus = () => this.#dwell.watched(isWatched());
    const onLeave = () => this.#tell();
    for (const name of ['focus', 'blur']) addEventListener(name, onFocus);
    document.addEventListener('visibilitychange', onFocus);
    addEventListener('pagehide', onLeave);
    this.#observer = new IntersectionObserver(
      (entries) => entries.forEach((entry) => this.#see(entry)),
      { threshold: THRESHOLDS, rootMargin: `0px 0px -${this.#foot}px` },
    );
    for (const element of this.#posts.keys()) this.#observer.observe(element);
    return () => {
      for (const name of ['focus', 'blur']) removeEventListener(name, onFocus);
      document.removeEventListener('visibilitychange', onFocus);
      removeEventListener('pagehide', onLeave);
      this.#observer?.disconnect();
      this.#dwell.end();
      this.#tell();
    };
  }

  /** `{@attach reader.watch(post)}` on the post's words. */
  watch = (post: Post) => (element: HTMLElement) => {
    this.#posts.set(element, post);
    this.#observer?.observe(element);
    return () => {
      this.#posts.delete(element);
      this.#observer?.unobserve(element);
    };
  };

  /** The server knows more: another device read on, or this person replied. */
  caughtUp(through: number) {
    if (through > this.through) this.through = through;
  }

  /** Marked unread by hand: this visit does not mark it read again. */
  rest(through: number) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isResting = true;
    this.through = through;
  }

  #see(entry: IntersectionObserverEntry) {
    const post = this.#posts.get(entry.target);
    if (!post) return;
    if (!isInView(entry.boundingClientRect, innerHeight - this.#foot))
      return this.#dwell.leave(post.number);
    this.#dwell.enter(post.number);
    this.#conversation.noticed(post.id);
  }

  #read(number: number) {
    this.#seen.add(number);
    if (this.#isResting) return;
    const posts = this.#conversation.posts.map(({ number, viewerIsAuthor, deletedAt }) => ({
      number,
      needsNoReading: viewerIsAuthor || deletedAt !== null,
    }));
    const { isWhole } = this.#conversation;
    const through = readThrough(this.through, this.#seen, { posts, isWhole });
    if (through === this.through) return;
    this.through = through;
    this.#timer ??= setTimeout(() => this.#tell(), BATCH_MS);
  }

  #tell() {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const input = { thread: this.#conversation.id, through: this.through };
    // What does not arrive is told again with the next post read, or read again another day.
    void mutate(MarkReadDoc, { input }).catch(() => undefined);
  }
}

const isWatched = () => document.visibilityState === 'visible' && document.hasFocus();
