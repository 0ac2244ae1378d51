import type { Conversation } from './conversation.svelte';
import { helpfulFirst } from './helpful';

export type SortedBy = 'helpful' | 'oldest';

/**
 * The order of the answers on screen. What helps is reckoned when the page opens and when somebody asks
 * for it, not with every mark: nothing moves that is being read. What arrives stands at the end.
 */
export class Sorting {
  #chosen = $state<SortedBy>();
  #order = $state.raw<readonly string[]>();
  readonly #conversation: Conversation;
  readonly #first: () => SortedBy;

  constructor(conversation: Conversation, first: () => SortedBy) {
    this.#conversation = conversation;
    this.#first = first;
    $effect.pre(() => {
      // A page further on belongs into the order, too.
      if (conversation.posts.length > 0 && !this.#order) this.#reckon();
      if (conversation.isWhole && !this.#wasWhole) {
        this.#wasWhole = true;
        this.#reckon();
      }
    });
  }

  #wasWhole = false;

  get by() {
    return this.#chosen ?? this.#first();
  }

  /** The answers, without the post that opens the conversation. */
  branches = $derived.by(() => {
    const answers = this.#conversation.branches.slice(1);
    if (this.by === 'oldest') return answers;
    const order = this.#order ?? [];
    // What is not in it yet came since: it stands at the end.
    const placeOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
    return answers.toSorted((one, other) => {
      return placeOf(one.root.id) - placeOf(other.root.id);
    });
  });

  choose(by: SortedBy) {
    this.#reckon();
    this.#chosen = by;
  }

  #reckon() {
    const answers = this.#conversation.branches.slice(1).map(({ root }) => root);
    this.#order = helpfulFirst(answers).map(({ id }) => id);
  }
}
