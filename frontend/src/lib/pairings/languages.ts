import { region } from '$lib/i18n/index.svelte';
import { languageName } from './words';

/** Languages that people work in, by their codes. */
const CODES =
  'ar bg bn ca cs da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kn ko lt lv ml mr ms nb nl nn pa pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur vi zh'.split(
    ' ',
  );

/** Those that are not chosen yet, by name. */
export const languagesLeft = (chosen: readonly string[]) =>
  CODES.filter((code) => !chosen.includes(code))
    .map((code) => ({ value: code, label: languageName(code) }))
    .sort((a, b) => a.label.localeCompare(b.label, region()));
