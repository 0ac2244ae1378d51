import { SimilarQuestionsDoc, query, type SimilarQuestionFragment } from '$lib/api';

/** From this many words on, a title says what somebody wants to know. */
const WORDS_MIN = 3;
const PAUSE_MS = 250;
const SHOWN = 5;

export const saysEnough = (title: string) => title.trim().split(/\s+/).length >= WORDS_MIN;

/** What was asked before and resembles the title that is being written. */
export class Similar {
  list = $state.raw<SimilarQuestionFragment[]>([]);
  readonly #community: string;
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(community: string) {
    this.#community = community;
  }

  /** The title is another one: looks when writing pauses. */
  look(title: string) {
    clearTimeout(this.#timer);
    const words = title.trim();
    if (!saysEnough(words)) {
      this.#asked = '';
      this.list = [];
      return;
    }
    if (words !== this.#asked) this.#timer = setTimeout(() => void this.#ask(words), PAUSE_MS);
  }

  end() {
    clearTimeout(this.#timer);
  }

  async #ask(title: string) {
    this.#asked = title;
    const variables = { community: this.#community, title, first: SHOWN };
    // Who cannot be answered goes on asking: nothing is lost by it.
    const answer = await query(SimilarQuestionsDoc, variables).catch(() => undefined);
    if (answer && this.#asked === title) this.list = answer.similarQuestions;
  }
}
