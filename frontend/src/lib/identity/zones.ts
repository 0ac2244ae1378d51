import { locale, region } from '$lib/i18n/index.svelte';

/** The zone of this device, by its name in the IANA database. */
export const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "America/Argentina/Buenos_Aires" is Buenos Aires. */
const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** What the browser calls a zone, as "Mitteleuropäische Zeit"; nothing where that is a distance alone. */
function nameOf(timeZone: string, language: string): string | undefined {
  const format = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' });
  const { value } = format.formatToParts().find(({ type }) => type === 'timeZoneName') ?? {};
  return value && !/\d/.test(value) ? value : undefined;
}

const known = new Map<string, string>();

/**
 * A zone in words: by its city in English, in which the database names it; in any other language as the
 * browser calls it there.
 */
export function zoneWords(zone: string): string {
  if (locale() === 'en') return cityOf(zone);
  const key = `${locale()} ${zone}`;
  const words = known.get(key) ?? nameOf(zone, region()) ?? cityOf(zone);
  known.set(key, words);
  return words;
}

/**
 * Every zone as a choice; those in `first` stand at the top. Only they are called by a name: to look up
 * four hundred takes the better part of a second.
 */
export function zoneOptions(first: string[]) {
  const plain = (zone: string) => zone.replaceAll('_', ' ');
  const named = (zone: string) =>
    locale() === 'en' || zoneWords(zone) === cityOf(zone)
      ? plain(zone)
      : `${zoneWords(zone)}, ${plain(zone)}`;
  const likely = [...new Set(first)];
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !likely.includes(zone));
  return [
    ...likely.map((value) => ({ value, label: named(value) })),
    ...others.map((value) => ({ value, label: plain(value) })),
  ];
}

/** "14:05" in that zone. */
export const clockIn = (zone: string, now: Date) =>
  now.toLocaleTimeString(region(), { hour: '2-digit', minute: '2-digit', timeZone: zone });

const KEPT = 'clocks-kept';

/** Whether this device shows another time than the profile's zone, and its person has not said that it may. */
export function otherClock(zone: string, now = new Date(), here = zoneHere()): boolean {
  const moment = (at: string) => now.toLocaleString('en', { timeZone: at });
  return moment(zone) !== moment(here) && localStorage.getItem(KEPT) !== `${zone} ${here}`;
}

/** Remembers, on this device, that both clocks are as they should be. */
export const keepClocks = (zone: string, here = zoneHere()) =>
  localStorage.setItem(KEPT, `${zone} ${here}`);
