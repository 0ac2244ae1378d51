import { locale, region, t } from '$lib/i18n/index.svelte';
import type { Standing } from './cohort';

/** "18 September": a day of the calendar, the same everywhere. */
export const dayOfMonth = (day: string, month: 'long' | 'short' = 'long') =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(region(), {
    day: 'numeric',
    month,
    timeZone: 'UTC',
  });

/** "Week 6 of 11", "Begins on 18 September", "Ended on 4 December" */
export function standingInWords(
  { startsOn, endsOn }: { startsOn?: string | null; endsOn?: string | null },
  { phase, week, weeks }: Standing,
): string {
  if (phase === 'ahead' && startsOn) return t('begins-on', { date: dayOfMonth(startsOn) });
  if (phase === 'over' && endsOn) return t('ended-on', { date: dayOfMonth(endsOn) });
  return t('week-of', { week, weeks });
}

/** "Amara Okafor and Jonas Lindqvist" */
export const listInWords = (names: string[]) =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);

interface Described {
  startsOn?: string | null;
  endsOn?: string | null;
  memberCount: number;
  leads: { name: string }[];
}

/** "Week 6 of 11, 24 people, led by Amara Okafor" */
export function lineOf(community: Described, standing: Standing | undefined): string {
  const people = t('home-people', { count: community.memberCount });
  const names = listInWords(community.leads.map(({ name }) => name));
  const parts = [
    standing && standingInWords(community, standing),
    people,
    names && t('home-led', { names }),
  ];
  const line = parts.filter(Boolean).join(', ');
  return line.charAt(0).toLocaleUpperCase(locale()) + line.slice(1);
}
