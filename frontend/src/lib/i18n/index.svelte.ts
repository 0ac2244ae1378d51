import { FluentBundle, type FluentVariable } from '@fluent/bundle';
import type { Messages } from './ids';
import { partOf, type Part } from './parts';
import { hear } from './said.svelte';
import { resourceOf } from './texts';

const texts = { en: () => import('./en'), de: () => import('./de') };
type Language = keyof typeof texts;
export const languages = Object.keys(texts) as Language[];

const KEPT = 'language';
const parts: Part[] = [];
let bundle = $state.raw(new FluentBundle('en'));

/** What a person chose is kept on the device, so that the sign-in page speaks it too. */
const wishes = () => {
  const kept = localStorage.getItem(KEPT);
  return kept ? [kept, ...navigator.languages] : navigator.languages;
};

/** `de-AT` is `de`: there is one text per language. */
const primary = (tag: string) => tag.split('-')[0] as Language;

/** Loads the best language for what is wished; without a wish, what this device knows. */
export async function speak(wished?: string) {
  const asked = wished ? [wished] : wishes();
  const best = asked.map(primary).find((tag) => tag in texts) ?? 'en';
  if (wished) localStorage.setItem(KEPT, wished);
  if (bundle.hasMessage('app-name') && best === locale()) return;
  const { default: files } = await texts[best]();
  const next = new FluentBundle(best, { useIsolating: false });
  for (const texts of Object.values(files)) next.addResource(resourceOf(texts));
  // What a screen brought stays understood.
  for (const part of parts) next.addResource(resourceOf(await partOf(best, part)));
  bundle = next;
  document.documentElement.lang = best;
  // Nobody waits for what the server may say later; without it, it speaks English.
  hear(best).catch(() => {});
}

/** Before a screen whose texts come with it: its page's `load`, or who fetches it, waits for this. */
export async function speakAlso(part: Part) {
  if (!parts.includes(part)) parts.push(part);
  const known = bundle;
  known.addResource(resourceOf(await partOf(locale(), part)));
}

/** The language in use, as a tag such as `en`. */
export const locale = () => bundle.locales[0] as string;

/** The language with how it writes dates: "25 October", and the day has 24 hours. */
export const region = () => (locale() === 'en' ? 'en-GB' : locale());

type Arguments<Id extends keyof Messages> = Messages[Id] extends undefined
  ? []
  : [variables: Messages[Id]];

/** The message in the person's language. Ids and arguments are checked against locales/en. */
export function t<Id extends keyof Messages>(id: Id, ...[variables]: Arguments<Id>): string {
  const message = bundle.getMessage(id);
  if (!message?.value) return id;
  return bundle.formatPattern(message.value, variables as Record<string, FluentVariable>);
}

export type { Messages };
