/** Hours of a day as the server counts them, in minutes, and as a field shows them. Pure. */
const HOUR = 60;
const DAY = 24 * HOUR;

/** 570 is `09:30`; the end of a day is midnight. */
export const clockOfMinutes = (minutes: number) =>
  [Math.floor((minutes % DAY) / HOUR), minutes % HOUR]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

/** `09:30` is 570. */
export function minutesOfClock(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * HOUR + minutes;
}
