import { t } from '$lib/i18n/index.svelte';
import type { SettingField } from './step.svelte';

/** What a setting is called and means; what other parts of the program bring speaks for itself. */
export function settingWords(
  { name, about }: SettingField,
  action: string,
): { label: string; hint?: string } {
  const known: Record<string, { label: string; hint?: string }> = {
    channel: { label: t('setting-channel'), hint: t('setting-channel-hint') },
    title: { label: t('setting-title') },
    body: { label: t('setting-body'), hint: t('setting-fills') },
    name: { label: t('channel-name') },
    note: { label: t('setting-note'), hint: t('setting-fills') },
    text: { label: t('setting-text'), hint: t('setting-fills-line') },
    url: { label: t('setting-url'), hint: t('setting-url-hint') },
    minutes: { label: t('asking-minutes') },
    roles: { label: t('setting-roles') },
    audience: { label: t('asking-audience') },
    answerFirst: { label: t('prompt-answer-first'), hint: t('prompt-answer-first-hint') },
    dueDays: { label: t('setting-due-days'), hint: t('setting-due-days-hint') },
    dueUnit: { label: t('setting-due-unit') },
    kind: { label: t('setting-survey') },
    rrule: { label: t('check-in-rhythm') },
    daysOpen: { label: t('check-in-days-open') },
    questions: { label: t('setting-questions'), hint: t('setting-questions-hint', { action }) },
    daysToDo: { label: t('setting-days-to-do') },
    dueAt: { label: t('setting-due-at') },
    weeks: { label: t('setting-weeks'), hint: t('setting-weeks-hint') },
    groupSize: { label: t('setting-group'), hint: t('setting-group-hint') },
    minOverlapMinutes: { label: t('setting-overlap'), hint: t('setting-overlap-hint') },
    cooldownRounds: { label: t('setting-cooldown'), hint: t('setting-cooldown-hint') },
    differentTeams: { label: t('setting-different-teams') },
    publishes: { label: t('setting-publishes'), hint: t('setting-publishes-hint') },
    publishAfterDays: { label: t('setting-looked-at'), hint: t('setting-looked-at-hint') },
    visibility: { label: t('setting-sees') },
    commitment: { label: t('setting-commitment') },
    criteria: { label: t('setting-criteria'), hint: t('setting-criteria-hint') },
    each: { label: t('setting-each'), hint: t('setting-each-hint') },
    days: { label: t('setting-days'), hint: t('setting-days-hint') },
  };
  return known[name] ?? { label: name.charAt(0).toUpperCase() + name.slice(1), hint: about };
}
