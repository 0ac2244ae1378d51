const asIs = (english: string) => english;
let translate = $state.raw(asIs);

/** Fetches how the server's sentences read in a language. Until they are there they stay English. */
export async function hear(language: string) {
  translate = language === 'de' ? (await import('./said.de')).default : asIs;
}

/** What the server said (a refusal, a reason), in the person's language. */
export const said = (english: string) => translate(english);

/** The same as a sentence: the server speaks in lower case without a full stop. */
export function sentence(english: string): string {
  const words = said(english);
  return words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? '' : '.');
}
