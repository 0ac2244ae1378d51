/** What holds instead of what one question asked about again. */
export interface Truth {
  /** The question. */
  id: string;
  words: string;
  holds: string;
}

/** Of these questions, those of which the server says what holds: it does once somebody has answered. */
export const truthsOf = (
  questions: readonly { id: string; words: string; holds: string | null }[],
): Truth[] =>
  questions.flatMap(({ id, words, holds }) => (holds === null ? [] : [{ id, words, holds }]));
