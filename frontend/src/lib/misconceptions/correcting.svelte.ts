import {
  AddOccurrenceDoc,
  ConfirmMisconceptionDoc,
  DraftCorrectionDoc,
  OfferToAuthorDoc,
  SuspectMisconceptionDoc,
  mutate,
  type MisconceptionFieldsFragment,
  type PassageInput,
} from '$lib/api';
import { CorrectionWords, isGrave } from './words.svelte';

/** What becomes of what was written: its author hears of it first, or it waits as a draft. */
export type Next = 'author' | 'draft';

export const HOURS = ['24', '48', '72'] as const;

/** A passage of a post that is being corrected. */
export class Correcting {
  readonly post: string;
  passage = $state.raw<PassageInput>();
  /** The misconception it is, when it is a known one. */
  known = $state('');
  words = new CorrectionWords();
  next = $state<Next>('author');
  hours = $state<(typeof HOURS)[number]>('24');
  /** What the server has of it already: after a refusal it goes on from there. */
  #made: MisconceptionFieldsFragment | undefined;

  constructor(post: string, passage?: PassageInput) {
    this.post = post;
    if (passage) this.choose(passage);
  }

  get isGrave() {
    return isGrave(this.words.severity);
  }

  /** The words are the first wording of what is easy to think, until somebody finds a neutral one. */
  choose(passage: PassageInput) {
    const isUntouched = !this.words.claim || this.words.claim === this.passage?.quote;
    this.passage = passage;
    if (isUntouched) this.words.claim = passage.quote;
  }

  /** Throws ApiError. */
  async send(): Promise<MisconceptionFieldsFragment | undefined> {
    const { passage, post } = this;
    if (!passage) return undefined;
    if (this.known) {
      const input = { misconception: this.known, post, passage };
      return (await mutate(AddOccurrenceDoc, { input })).addOccurrence;
    }
    const drafted = await this.#drafted(passage);
    if (this.isGrave || this.next === 'draft') return drafted;
    const input = { misconception: drafted.id, hours: Number(this.hours) };
    return (await mutate(OfferToAuthorDoc, { input })).offerToAuthor;
  }

  async #drafted(passage: PassageInput) {
    const { claim, severity, objective } = this.words.input;
    const first = { post: this.post, passage, claim, severity, objective };
    this.#made ??= (await mutate(SuspectMisconceptionDoc, { input: first })).suspectMisconception;
    const misconception = this.#made.id;
    if (this.#made.state === 'SUSPECTED') {
      const input = { misconception };
      this.#made = (await mutate(ConfirmMisconceptionDoc, { input })).confirmMisconception;
    }
    const input = { misconception, ...this.words.input };
    this.#made = (await mutate(DraftCorrectionDoc, { input })).draftCorrection;
    return this.#made;
  }
}
