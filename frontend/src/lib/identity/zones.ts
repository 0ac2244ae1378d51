import { region } from '$lib/i18n/index.svelte';

/** The zone of this device, by its name in the IANA database. */
export const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "America/Argentina/Buenos_Aires" is Buenos Aires. */
export const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** Every zone as a choice; those in `first` stand at the top. */
export const zoneOptions = (first: string[]) =>
  [...new Set([...first, ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));

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
