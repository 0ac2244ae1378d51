import type { DayUnit, StepFieldsFragment, TemplateFieldsFragment } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';

/** A step that counts in one kind of days. */
type Counted = StepFieldsFragment & { unit: DayUnit };

/** What a template can begin with. */
export interface Beginning extends Pick<TemplateFieldsFragment, 'name' | 'purpose'> {
  steps: Counted[];
}

/** The way to begin that the address of a new template names. */
export const FOUR_WAYS = 'four-ways';

/** What each of the four ways does. */
const WAYS = ['open_questions', 'pair_people', 'consult_colleague', 'open_check_in'];

/** A template that goes all four ways already, whatever it and its steps are called. */
export const goingFourWays = <
  Kept extends { archivedAt: string | null; steps: readonly { action: string }[] },
>(
  templates: readonly Kept[],
): Kept | undefined =>
  templates.find(
    ({ archivedAt, steps }) =>
      !archivedAt && WAYS.every((way) => steps.some(({ action }) => action === way)),
  );

/**
 * What carries on after a session without anybody teaching: a place to ask, somebody to go on with, a colleague to
 * consult, and a look back after two weeks. What a step leaves open is worded when it happens.
 */
export function fourWays(): Beginning {
  return {
    name: t('starter-name'),
    purpose: t('starter-purpose'),
    steps: [
      // Those who lead close the session first; what is still open three quarters of an hour later follows it too.
      step('questions', 'open_questions', { minutes: 45 }),
      // Those who lead have a day to look at who is with whom; then everybody hears of it.
      step('pairs', 'pair_people', {
        days: 1,
        unit: 'WORKING',
        at: '10:00',
        settings: { weeks: 4, publishAfterDays: 1 },
      }),
      step('colleague', 'consult_colleague', { days: 2, unit: 'WORKING', at: '09:00' }),
      step('two-weeks', 'open_check_in', {
        days: 14,
        at: '09:00',
        settings: {
          title: t('starter-check-in'),
          questions: `${t('starter-how-often')}\n${t('starter-in-the-way')}`,
          commitment: true,
        },
      }),
    ],
  };
}

function step(
  key: 'questions' | 'pairs' | 'colleague' | 'two-weeks',
  action: string,
  rest: Partial<Pick<Counted, 'days' | 'minutes' | 'unit' | 'at' | 'settings'>>,
): Counted {
  return {
    key,
    action,
    title: t(`starter-${key}`),
    anchor: 'SESSION_END',
    after: null,
    days: null,
    minutes: null,
    unit: 'CALENDAR',
    at: null,
    condition: null,
    about: null,
    settings: {},
    ...rest,
  };
}
