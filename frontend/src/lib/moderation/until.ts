/** How long something lasts that is not for ever. */
export type Span = 'HOURS' | 'WEEK' | 'MONTH';

const DAYS = { HOURS: 1, WEEK: 7, MONTH: 30 } as const;
const DAY_MS = 86_400_000;

/** The instant at which it ends, to the minute. */
export function untilAfter(span: Span, now = new Date()): string {
  const end = new Date(now.getTime() + DAYS[span] * DAY_MS);
  end.setSeconds(0, 0);
  return end.toISOString();
}
