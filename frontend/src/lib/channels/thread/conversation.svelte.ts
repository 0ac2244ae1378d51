import {
  DeletePostDoc,
  ReactDoc,
  RestorePostDoc,
  ThreadDoc,
  ThreadPostsDoc,
  mutate,
  refetch,
  type ReactionKind,
  type ThreadLiveSubscription,
  type ThreadPostsQuery,
} from '$lib/api';
import { isFresh } from '$lib/api/client';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';
import { branchesOf, firstUnread, joined, placed, type Post } from './order';

export const FIRST_PAGE = 50;
const FURTHER_PAGE = 100;

type LiveEvent = ThreadLiveSubscription['liveEvents'];

/** The posts of a thread as they are on screen: loaded page by page, and kept current by live events. */
export class Conversation {
  readonly id: string;
  posts = $state.raw<readonly Post[]>([]);
  /** Whether the last page is here. */
  isWhole = $state(false);
  isLoading = $state(false);
  failure = $state.raw<unknown>();
  /** Where reading goes on, as it was when the page opened. */
  newFrom = $state.raw<Post>();
  /** What came from others while the page was open, and was not on screen yet. */
  arrived = $state.raw<readonly string[]>([]);
  /** Where the line "1 new" stands, and for how many. It stays: nothing moves that is being read. */
  newsLine = $state.raw<{ at: string; count: number }>();
  /** Where live events begin. It does not change, or the subscription would start again. */
  liveFrom = $state<string>();
  isGone = $state(false);

  branches = $derived(branchesOf(this.posts));
  #end: string | null = null;

  constructor(id: string) {
    this.id = id;
  }

  /** Shows what the page's `load` found, and asks again unless the server said it just now. */
  begin(known: ThreadPostsQuery) {
    this.#take(known);
    const first = { id: this.id, first: FIRST_PAGE, after: null };
    if (!isFresh(ThreadDoc, { id: this.id }) || !isFresh(ThreadPostsDoc, first)) return this.open();
    this.liveFrom = known.viewer?.liveCursor;
    return Promise.resolve();
  }

  /** Asks what is true now. */
  async open() {
    const [answer] = await Promise.all([this.#ask(), this.refreshHead()]);
    if (!answer) return;
    this.#take(answer);
    this.liveFrom ??= answer.viewer?.liveCursor;
  }

  /** What may be read is another now: shows exactly that. */
  async reveal() {
    const [answer] = await Promise.all([this.#ask(), this.refreshHead()]);
    if (!answer) return;
    this.posts = [];
    this.#take(answer);
  }

  async refreshHead() {
    const answer = await refetch(ThreadDoc, { id: this.id }).catch(() => undefined);
    if (answer && !answer.thread) this.isGone = true;
    return answer?.thread ?? undefined;
  }

  /** Fixes the line "new since": what becomes read afterwards does not move it. */
  drawNewLine(readThrough: number) {
    this.newFrom = readThrough > 0 ? firstUnread(this.posts, readThrough) : undefined;
  }

  async more() {
    if (this.isWhole || this.isLoading) return;
    const answer = await this.#ask(FURTHER_PAGE, this.#end);
    if (answer) this.#take(answer);
  }

  /** Loads on until a post is there. Undefined when it is not in this conversation. */
  async until(isWanted: (post: Post) => boolean): Promise<Post | undefined> {
    for (;;) {
      const found = this.posts.find(isWanted);
      if (found || this.isWhole || this.failure) return found;
      await this.more();
    }
  }

  hear({ kind, post }: LiveEvent) {
    // What may be done to each post hangs on the thread too: closed, opened, answered.
    if (kind === 'RESET' || kind === 'THREAD_CHANGED' || isOfCorrection(kind)) {
      return void this.open();
    }
    if (!post) return;
    const isNews = kind === 'POST_CREATED' && !this.#knows(post.id) && !post.viewerIsAuthor;
    this.put(post);
    if (!isNews) return;
    this.arrived = [...this.arrived, post.id];
    if (post.parentId !== null) return;
    const { at, count } = this.newsLine ?? { at: post.id, count: 0 };
    this.newsLine = { at, count: count + 1 };
  }

  put(post: Post) {
    this.posts = placed(this.posts, post, this.isWhole);
  }

  /** It was on screen, so it is no news any more. */
  noticed(id: string) {
    if (this.arrived.includes(id)) this.arrived = this.arrived.filter((each) => each !== id);
  }

  /** Shows at once; what the server says stands. */
  async react(post: Post, kind: ReactionKind) {
    const on = !post.reactions.find((each) => each.kind === kind)?.viewerReacted;
    const reactions = post.reactions.map((each) =>
      each.kind === kind ? { ...each, viewerReacted: on, count: each.count + (on ? 1 : -1) } : each,
    );
    this.put({ ...post, reactions });
    const input = { post: post.id, kind, on };
    this.put((await attempt(() => mutate(ReactDoc, { input })))?.react ?? post);
  }

  /** Throws ApiError: whoever asks for it says it where it was asked. */
  async remove(post: Post, reason?: string) {
    const input = { post: post.id, reason: reason ?? null };
    this.put((await mutate(DeletePostDoc, { input })).deletePost);
    const run = () => void this.restore(post);
    toasts.say(t('post-deleted-toast'), { action: { label: t('undo'), run } });
  }

  async restore({ id }: Post) {
    const answer = await attempt(() => mutate(RestorePostDoc, { input: { post: id } }));
    if (answer) this.put(answer.restorePost);
  }

  #knows(id: string) {
    return this.posts.some((post) => post.id === id);
  }

  async #ask(first = FIRST_PAGE, after: string | null = null) {
    this.isLoading = true;
    this.failure = undefined;
    try {
      return await refetch(ThreadPostsDoc, { id: this.id, first, after });
    } catch (failure) {
      this.failure = failure;
      return undefined;
    } finally {
      this.isLoading = false;
    }
  }

  #take({ thread }: ThreadPostsQuery) {
    if (!thread) return;
    const { edges, pageInfo } = thread.posts;
    this.posts = joined(
      this.posts,
      edges.map(({ node }) => node),
    );
    this.isWhole = !pageInfo.hasNextPage;
    this.#end = pageInfo.endCursor;
  }
}

/** Which passages are marked, and with what beside them, is asked anew: a quote of one is another post. */
const isOfCorrection = (kind: string) => /CORRECTION|MISCONCEPTION/.test(kind);
