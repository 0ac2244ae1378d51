import { PromptOfThreadDoc, liveQuery, refresh, type PromptOfThreadQuery } from '$lib/api';

const TOLD = ['POST_CREATED', 'POST_DELETED', 'POST_RESTORED', 'THREAD_CHANGED', 'RESET'];

/** What is not shown yet, and why. */
export type Withheld = NonNullable<NonNullable<PromptOfThreadQuery['thread']>['withheld']>;

export type AskedPrompt = NonNullable<NonNullable<PromptOfThreadQuery['thread']>['prompt']>;

/** The prompt of a conversation, as it stands now. Made while its page is made. */
export class Asked {
  readonly #thread: string;
  readonly #loaded: PromptOfThreadQuery;
  readonly #query: { readonly data?: PromptOfThreadQuery };

  constructor(thread: string, loaded: PromptOfThreadQuery) {
    this.#thread = thread;
    this.#loaded = loaded;
    this.#query = liveQuery(PromptOfThreadDoc, () => ({ id: thread }));
  }

  get #now() {
    return (this.#query.data ?? this.#loaded).thread;
  }

  get prompt(): AskedPrompt {
    return (this.#now?.prompt ?? this.#loaded.thread?.prompt)!;
  }

  get withheld(): Withheld | undefined {
    return this.#now?.withheld ?? undefined;
  }

  /** Who has answered, and what may be read, may be something else now. */
  refresh() {
    refresh(PromptOfThreadDoc, { id: this.#thread });
  }

  /** Something happened in its conversation. */
  hear(kind: string) {
    if (TOLD.includes(kind) || kind.startsWith('PROMPT_')) this.refresh();
  }
}
