/** A name that is being typed: a person after `@`, an emoji after `:`. */
export interface Trigger {
  kind: '@' | ':';
  query: string;
  /** Where the sign stands, so that the choice can take its place. */
  from: number;
}

const PERSON = /(?:^|[\s([>*_])@([\p{L}\d-]{0,30})$/u;
const EMOJI = /(?:^|[\s([>*_])(:)([a-z\d_+-]{2,30})$/;

export function triggerAt(text: string, caret: number): Trigger | undefined {
  const before = text.slice(Math.max(0, caret - 40), caret);
  const person = PERSON.exec(before)?.[1];
  if (person !== undefined) return { kind: '@', query: person, from: caret - person.length - 1 };
  const emoji = EMOJI.exec(before)?.[2];
  if (emoji !== undefined) return { kind: ':', query: emoji, from: caret - emoji.length - 1 };
  return undefined;
}
