import Repeat from '@lucide/svelte/icons/repeat-2';
import type { PromptSeriesState, RecallMark, SeriesRowFragment } from '$lib/api';
import { locale, t } from '$lib/i18n/index.svelte';
import { momentNear } from '$lib/i18n/near';

export const SeriesIcon = Repeat;
export const MARKS: readonly RecallMark[] = ['KNEW', 'PARTLY', 'NOT_YET'];

export const markWords = (mark: RecallMark) => t('recall-is', { mark });
export const stateWords = (state: PromptSeriesState) => t('series-state', { state });

/** "2 known, 1 in part and 1 not yet": how somebody's own marks stand; nothing before the first. */
export function marksInWords(marks: readonly RecallMark[]): string | undefined {
  if (marks.length === 0) return undefined;
  const parts = MARKS.map((mark) => ({ mark, count: marks.filter((one) => one === mark).length }))
    .filter(({ count }) => count > 0)
    .map(({ mark, count }) => t('recall-count', { mark, count }));
  const list = new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts);
  return t('recall-so-far', { list });
}

/** "2 of 5 asked · the next one Friday, 09:00" */
export function progressInWords({ state, questions }: SeriesRowFragment): string {
  const asked = questions.filter(({ prompt }) => prompt).length;
  const next = questions.find(({ prompt, givenUpAt }) => !prompt && !givenUpAt);
  return [
    t('series-asked-of', { asked, count: questions.length }),
    state === 'RUNNING' && next && t('series-next', { when: momentNear(next.asksAt) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
