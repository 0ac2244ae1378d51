import Activity from '@lucide/svelte/icons/activity';
import AlarmClock from '@lucide/svelte/icons/alarm-clock';
import BookOpen from '@lucide/svelte/icons/book-open';
import ChartNoAxesColumn from '@lucide/svelte/icons/chart-no-axes-column';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Megaphone from '@lucide/svelte/icons/megaphone';
import MessageCircleMore from '@lucide/svelte/icons/message-circle-more';
import MessageCircleQuestion from '@lucide/svelte/icons/message-circle-question-mark';
import MessageSquareQuote from '@lucide/svelte/icons/message-square-quote';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import Repeat from '@lucide/svelte/icons/repeat-2';
import Users from '@lucide/svelte/icons/users';
import Workflow from '@lucide/svelte/icons/workflow';
import type {
  ItemFieldsFragment,
  JourneyCondition,
  JourneyItemWhy,
  Prospect,
  StepFieldsFragment,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { said } from '$lib/i18n/said.svelte';
import { momentNear } from '$lib/i18n/near';
import { isEarly } from './days';

type Step = Pick<
  StepFieldsFragment,
  'key' | 'title' | 'anchor' | 'after' | 'days' | 'minutes' | 'unit' | 'at'
>;

const HOUR_MINUTES = 60;

function spanOf({ days, minutes, unit }: Step): string {
  if (days !== null) {
    const count = Math.abs(days);
    return unit === 'WORKING' ? t('span-working-days', { count }) : t('span-days', { count });
  }
  const count = Math.abs(minutes ?? 0);
  return count > 0 && count % HOUR_MINUTES === 0
    ? t('span-hours', { count: count / HOUR_MINUTES })
    : t('span-minutes', { count });
}

/** "2 working days before the session, at 09:00" */
export function stepWhen(step: Step, steps: readonly { key: string; title: string }[]): string {
  const other = steps.find(({ key }) => key === step.after)?.title ?? '';
  const far = step.days ?? step.minutes ?? 0;
  const words = { anchor: step.anchor, other, span: spanOf(step) };
  const when =
    far < 0
      ? t('step-before', words)
      : far > 0
        ? t('step-after', words)
        : step.days === null
          ? t('step-at-once', words)
          : t('step-same-day', words);
  return step.at ? t('step-at', { when, time: step.at }) : when;
}

const ICONS: Record<string, typeof Workflow> = {
  post_prompt: MessageSquareQuote,
  open_pre_work: BookOpen,
  remind: AlarmClock,
  announce: Megaphone,
  recap_thread: MessagesSquare,
  open_check_in: Activity,
  pair_people: Users,
  open_questions: MessageCircleQuestion,
  open_pulse: ChartNoAxesColumn,
  consult_colleague: MessageCircleMore,
  open_feedback: ListChecks,
  space_prompts: Repeat,
};
export const actionIcon = (kind: string) => ICONS[kind] ?? Workflow;

/** "Ask something"; what other parts of the program bring is called by its own name. */
export function actionName(kind: string): string {
  const known: Record<string, string> = {
    post_prompt: t('action-post-prompt'),
    open_pre_work: t('action-open-pre-work'),
    remind: t('action-remind'),
    announce: t('action-announce'),
    recap_thread: t('action-recap-thread'),
    open_check_in: t('action-open-check-in'),
    pair_people: t('action-pair-people'),
    open_pulse: t('action-open-pulse'),
    open_questions: t('action-open-questions'),
    consult_colleague: t('action-consult-colleague'),
    open_feedback: t('action-open-feedback'),
    space_prompts: t('action-space-prompts'),
  };
  const plain = kind.replaceAll('_', ' ');
  return known[kind] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** For whom a step is, where it is not for everybody. */
export function conditionWords(
  { condition, about }: { condition: JourneyCondition | null; about: string | null },
  steps: readonly { key: string; title: string }[],
): string | undefined {
  if (!condition) return undefined;
  const other = steps.find(({ key }) => key === about)?.title ?? '';
  return t('condition', { condition, other });
}

export const prospectWords = (prospect: Prospect) => t('prospect', { prospect });

const whyWords = (why: JourneyItemWhy) => t('item-why', { why });

interface Standing {
  tone: 'neutral' | 'during' | 'done' | 'marked';
  words: string;
  /** More about it, in words. */
  detail?: string;
}

/** Where an item stands, in words. */
export function itemStanding(item: ItemFieldsFragment): Standing {
  const { state, why, attempts, nextAttemptAt, peopleCount } = item;
  const problem = item.problem === null ? undefined : said(item.problem);
  if (state === 'DONE') {
    const detail = peopleCount > 0 ? t('item-people', { count: peopleCount }) : undefined;
    return { tone: 'done', words: isEarly(item) ? t('item-done-early') : t('item-done'), detail };
  }
  if (state === 'SKIPPED')
    return { tone: 'neutral', words: why ? whyWords(why) : t('item-skipped') };
  if (state === 'FAILED') {
    return { tone: 'marked', words: t('item-failed'), detail: problem };
  }
  if (problem) {
    const again = nextAttemptAt ? t('item-again', { when: momentNear(nextAttemptAt) }) : '';
    const detail = [problem, again].filter(Boolean).join('. ');
    return { tone: 'marked', words: t('item-tried', { count: attempts }), detail };
  }
  if (state === 'WAITING') return { tone: 'neutral', words: t('item-waits') };
  return { tone: 'during', words: t('item-pending') };
}
