import { MentionCandidatesDoc, query } from '$lib/api';
import { emojiFor } from './emoji';
import { triggerAt, type Trigger } from './trigger';

export interface Suggestion {
  id: string;
  /** What takes the place of the typed name. */
  insert: string;
  label: string;
  detail: string;
  /** A person has a face, an emoji is its own. */
  isPerson: boolean;
}

const COUNT = 6;
const EMOJI_COUNT = 8;
const PAUSE_MS = 120;

/** What could be meant by the name at the caret. */
export class Suggestions {
  list = $state.raw<Suggestion[]>([]);
  active = $state(0);
  trigger = $state.raw<Trigger>();
  #community: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dismissedAt: number | undefined;

  constructor(community: string) {
    this.#community = community;
  }

  get isOpen() {
    return this.list.length > 0;
  }

  /** Call when the text or the caret changed. */
  look(text: string, caret: number) {
    const trigger = triggerAt(text, caret);
    if (trigger?.from !== this.#dismissedAt) this.#dismissedAt = undefined;
    if (!trigger || this.#dismissedAt !== undefined) return this.#close();
    this.trigger = trigger;
    if (trigger.kind === ':') return this.#show(emojiSuggestions(trigger.query));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#askFor(trigger), this.isOpen ? PAUSE_MS : 0);
  }

  /** The whole small set, to choose from without a name: from the toolbar. */
  offerEmoji(caret: number) {
    this.trigger = { kind: ':', query: '', from: caret };
    this.#show(emojiSuggestions('', Infinity));
  }

  move(step: number) {
    this.active = (this.active + step + this.list.length) % this.list.length;
  }

  /** Escape: the name stays as typed and is not asked about again. */
  dismiss() {
    this.#dismissedAt = this.trigger?.from;
    this.#close();
  }

  #close() {
    clearTimeout(this.#timer);
    this.trigger = undefined;
    this.list = [];
  }

  #show(list: Suggestion[]) {
    this.list = list;
    this.active = 0;
  }

  async #askFor(trigger: Trigger) {
    const variables = { community: this.#community, query: trigger.query, first: COUNT };
    const answer = await query(MentionCandidatesDoc, variables).catch(() => undefined);
    if (this.trigger !== trigger) return;
    const people = answer?.community?.members.edges.map(({ node }) => node.person) ?? [];
    this.#show(
      people.map(({ id, handle, name }) => ({
        id,
        insert: `@${handle} `,
        label: name,
        detail: `@${handle}`,
        isPerson: true,
      })),
    );
  }
}

const emojiSuggestions = (name: string, count = EMOJI_COUNT): Suggestion[] =>
  emojiFor(name, count).map((emoji) => ({
    id: emoji.name,
    insert: `${emoji.sign} `,
    label: emoji.sign,
    detail: `:${emoji.name}:`,
    isPerson: false,
  }));
