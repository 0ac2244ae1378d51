import {
  ConversationsDoc,
  query,
  refetch,
  type ConversationLineFragment,
  type ThreadFilter,
} from '$lib/api';
import { isFresh } from '$lib/api/client';
import { withoutTwins } from './twins';

const PAGE = 30;

interface Place {
  community: string;
  channel: string;
  filter: ThreadFilter;
}

/** The conversations of a channel, page by page, the one with the newest post first. */
export class Conversations {
  lines = $state.raw<ConversationLineFragment[]>();
  hasMore = $state(false);
  isLoading = $state(false);
  failure = $state.raw<unknown>();
  #place: Place;
  #end: string | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  /** What is known at once, then what is true now. */
  async open() {
    await this.#ask(query);
    if (this.lines && !isFresh(ConversationsDoc, this.#variables())) await this.#ask(refetch);
  }

  /** Something happened: the first page again; what was loaded further down stays. */
  async refresh() {
    await this.#ask(refetch);
  }

  /** It was read, here or on another device. */
  read({ id, unreadCount }: Pick<ConversationLineFragment, 'id' | 'unreadCount'>) {
    this.lines = this.lines?.map((line) => (line.id === id ? { ...line, unreadCount } : line));
  }

  async more() {
    if (!this.hasMore || this.isLoading) return;
    await this.#ask(refetch, this.#end);
  }

  #variables(after: string | null = null) {
    return { ...this.#place, first: PAGE, after };
  }

  async #ask(ask: typeof query, after: string | null = null) {
    this.isLoading = true;
    try {
      const { community } = await ask(ConversationsDoc, this.#variables(after));
      const page = community?.channel?.threads;
      if (page) this.#take(page, after);
      this.failure = undefined;
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.isLoading = false;
    }
  }

  #take(page: Page, after: string | null) {
    const found = page.edges.map(({ node }) => node);
    const known = this.lines ?? [];
    if (after) {
      this.lines = withoutTwins([...known, ...found]);
    } else {
      // A list that was shorter than a page is exactly that page; a longer one keeps its tail.
      const tail = known.length > PAGE ? known : [];
      this.lines = withoutTwins([...found, ...tail]);
      if (tail.length > 0) return;
    }
    this.hasMore = page.pageInfo.hasNextPage;
    this.#end = page.pageInfo.endCursor;
  }
}

interface Page {
  edges: { node: ConversationLineFragment }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
