/** When sessions take place, in words: by the reader's clock, and by the clocks there. */
import { region, t } from '$lib/i18n/index.svelte';
import { zoneWords, zoneHere } from '$lib/identity/zones';

export interface Span {
  startsAt: string;
  endsAt: string;
}

interface Planned extends Span {
  zone: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const dayParts = (iso: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(iso));

/** "Thursday 30 October", with its year when that is not this one. */
export function dayIn(timeZone: string, iso: string, now = new Date()): string {
  const year = dayParts(iso, timeZone).slice(0, 4);
  const isThisYear = year === dayParts(now.toISOString(), timeZone).slice(0, 4);
  return new Date(iso).toLocaleDateString(region(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: isThisYear ? undefined : 'numeric',
    timeZone,
  });
}

/** "30 Oct" */
export const shortDay = (iso: string, timeZone = zoneHere()) =>
  new Date(iso).toLocaleDateString(region(), { day: 'numeric', month: 'short', timeZone });

/** "14:00" */
export const clockOf = (iso: string, timeZone = zoneHere()) =>
  new Date(iso).toLocaleTimeString(region(), { hour: '2-digit', minute: '2-digit', timeZone });

/** "Thursday 30 October, 14:00 to 15:30", and both days where it ends on another one. */
export function spanIn(timeZone: string, { startsAt, endsAt }: Span, now = new Date()): string {
  const [from, to] = [clockOf(startsAt, timeZone), clockOf(endsAt, timeZone)];
  const day = dayIn(timeZone, startsAt, now);
  if (dayParts(startsAt, timeZone) === dayParts(endsAt, timeZone)) {
    return t('session-span', { day, from, to });
  }
  return t('session-span-days', { day, from, to, endDay: dayIn(timeZone, endsAt, now) });
}

/** "14:00 to 16:00 in Stockholm", with the day where that is another one there than here. */
export function spanThere(part: Planned, now = new Date()): string {
  const zone = zoneWords(part.zone);
  const here = zoneHere();
  const isSameDay = [part.startsAt, part.endsAt].every(
    (iso) => dayParts(iso, part.zone) === dayParts(iso, here),
  );
  const [from, to] = [clockOf(part.startsAt, part.zone), clockOf(part.endsAt, part.zone)];
  return isSameDay
    ? t('clocks-in', { from, to, zone })
    : t('span-in', { span: spanIn(part.zone, part, now), zone });
}

/** "Thursday 30 October, 14:00" by the clocks there; with the place where the reader's show something else. */
export function momentThere(
  zone: string,
  iso: string,
  here = zoneHere(),
  now = new Date(),
): string {
  const span = t('day-and-time', { day: dayIn(zone, iso, now), time: clockOf(iso, zone) });
  const isThere = isElsewhere({ startsAt: iso, endsAt: iso, zone }, here);
  return isThere ? t('span-in', { span, zone: zoneWords(zone) }) : span;
}

/** "CET" or "GMT+5:30": how a zone calls itself at that moment. */
export function zoneName(timeZone: string, iso: string): string {
  const parts = new Intl.DateTimeFormat(region(), { timeZone, timeZoneName: 'short' });
  const named = parts.formatToParts(new Date(iso)).find(({ type }) => type === 'timeZoneName');
  return named?.value ?? timeZone;
}

/** Whether the clocks there show something else than the reader's. */
export const isElsewhere = ({ startsAt, endsAt, zone }: Planned, here = zoneHere()) =>
  [startsAt, endsAt].some(
    (iso) =>
      clockOf(iso, zone) !== clockOf(iso, here) || dayParts(iso, zone) !== dayParts(iso, here),
  );

/** "in 5 days", "tomorrow", "in 20 min", "3 days ago": how far away a moment is, by days of the reader. */
export function away(iso: string, now = new Date()): string {
  const words = new Intl.RelativeTimeFormat(region(), { numeric: 'auto' });
  const ahead = Date.parse(iso) - now.getTime();
  const here = zoneHere();
  const day = (at: string) => Date.parse(dayParts(at, here)) / DAY_MS;
  const days = Math.round(day(iso) - day(now.toISOString()));
  if (days !== 0) return words.format(days, 'day');
  if (Math.abs(ahead) >= HOUR_MS) return words.format(Math.trunc(ahead / HOUR_MS), 'hour');
  return words.format(Math.trunc(ahead / MINUTE_MS), 'minute');
}

/** "1 h 30 min": how long something lasts. */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t('minutes', { count: rest });
  return rest === 0 ? t('hours', { count: hours }) : t('hours-minutes', { hours, minutes: rest });
}
