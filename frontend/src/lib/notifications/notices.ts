import Activity from '@lucide/svelte/icons/activity';
import BookOpen from '@lucide/svelte/icons/book-open';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import CalendarX from '@lucide/svelte/icons/calendar-x-2';
import ChartNoAxesColumn from '@lucide/svelte/icons/chart-no-axes-column';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Clock from '@lucide/svelte/icons/clock';
import Hourglass from '@lucide/svelte/icons/hourglass';
import ListChecks from '@lucide/svelte/icons/list-checks';
import MessageCircleMore from '@lucide/svelte/icons/message-circle-more';
import Search from '@lucide/svelte/icons/search';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Sun from '@lucide/svelte/icons/sun';
import Users from '@lucide/svelte/icons/users';
import type { NoticeLineFragment } from '$lib/api';
import { momentInWords } from '$lib/i18n/dates';
import { t } from '$lib/i18n/index.svelte';
import { paths } from '$lib/paths';

/** What a notice looks like: before a session, about one, after one, or about one that does not take place. */
export const LOOKS = {
  SESSION_ANNOUNCED: { icon: CalendarDays, tone: 'during' },
  SESSION_MOVED: { icon: CalendarClock, tone: 'during' },
  SESSION_CANCELLED: { icon: CalendarX, tone: 'marked' },
  PROMPT_ASKED: { icon: Sun, tone: 'before' },
  PRE_WORK_OPENED: { icon: BookOpen, tone: 'before' },
  ANSWER_INVITED: { icon: CircleQuestionMark, tone: 'before' },
  REMINDER: { icon: Clock, tone: 'before' },
  CORRECTION_OFFERED: { icon: ShieldCheck, tone: 'marked' },
  CORRECTION_TOLD: { icon: ShieldCheck, tone: 'marked' },
  CORRECTION_REMINDER: { icon: ShieldCheck, tone: 'marked' },
  CORRECTION_THANKS: { icon: ShieldCheck, tone: 'during' },
  CORRECTION_DOUBTED: { icon: ShieldCheck, tone: 'marked' },
  AGREEMENT_ASKED: { icon: ShieldCheck, tone: 'before' },
  MODERATION: { icon: ShieldCheck, tone: 'during' },
  TO_CHECK: { icon: ShieldCheck, tone: 'before' },
  CHECK_IN_ASKED: { icon: Activity, tone: 'after' },
  CHECK_IN_REMINDER: { icon: Activity, tone: 'after' },
  PULSE_ASKED: { icon: ChartNoAxesColumn, tone: 'after' },
  PULSE_REMINDER: { icon: ChartNoAxesColumn, tone: 'after' },
  CONSULTATION_ASSIGNED: { icon: MessageCircleMore, tone: 'after' },
  CONSULTATION_ASKED: { icon: MessageCircleMore, tone: 'before' },
  CONSULTATION_CONFIRMED: { icon: MessageCircleMore, tone: 'after' },
  CONSULTATION_UNANSWERED: { icon: MessageCircleMore, tone: 'before' },
  FEEDBACK_ROUND_OPENED: { icon: ListChecks, tone: 'after' },
  FEEDBACK_ASKED: { icon: ListChecks, tone: 'before' },
  FEEDBACK_REMINDER: { icon: ListChecks, tone: 'before' },
  FEEDBACK_RECEIVED: { icon: ListChecks, tone: 'after' },
  FEEDBACK_WITH_NOBODY: { icon: ListChecks, tone: 'before' },
  SEARCH_FOUND: { icon: Search, tone: 'during' },
  PAIRED: { icon: Users, tone: 'after' },
  PAIR_WAITS: { icon: Users, tone: 'before' },
  PAIR_LEFT: { icon: Users, tone: 'after' },
  PAIR_MENDED: { icon: Users, tone: 'before' },
  PAIR_NUDGE: { icon: Users, tone: 'after' },
  PAIR_ASKED: { icon: Users, tone: 'after' },
  PAIR_PAUSED: { icon: Users, tone: 'before' },
  PAIR_SILENT: { icon: Users, tone: 'before' },
  PAIRS_PROPOSED: { icon: Users, tone: 'before' },
  PAIRS_FAILED: { icon: Users, tone: 'marked' },
  PROMISE_BROKEN: { icon: Hourglass, tone: 'before' },
} as const;

/** A session begins, and so does a pair; what is asked is due. A reminder may be of either. */
const isDue = ({ about }: NoticeLineFragment) => !about.startsWith('session_');

/** What it says, in one line. */
export function titleOf({ kind, title, message, count }: NoticeLineFragment): string {
  if (message) return t('notice-message', { message, title });
  if (kind === 'TO_CHECK') return t('notice-waiting', { count: count ?? 1, title });
  if (kind === 'PROMISE_BROKEN') return t('notice-late', { title });
  return t('notice-title', { kind, title });
}

/** What who leads is told of pairing; everybody else is told of their own. */
const FOR_LEADS: readonly NoticeLineFragment['kind'][] = [
  'PAIR_MENDED',
  'PAIR_SILENT',
  'PAIRS_PROPOSED',
  'PAIRS_FAILED',
];

/** Where it leads: to what it speaks of, and what was reported to what became of it. */
export function placeOf({ kind, message, about, post, community }: NoticeLineFragment) {
  if (FOR_LEADS.includes(kind)) return paths.pairingBoard(community.slug);
  if (kind.startsWith('PAIR')) return paths.pairing(community.slug);
  if (kind === 'TO_CHECK') return paths.moderation();
  if (kind !== 'MODERATION') return paths.go(about);
  if (message === 'FLAG_ACTED_ON' || message === 'FLAG_DECLINED') return paths.reports;
  return paths.go(post?.id ?? community.id);
}

const APPEALED: readonly NoticeLineFragment['message'][] = [
  'POST_HIDDEN',
  'POST_EDITED',
  'POST_MOVED',
  'MUTED',
];

/** What the viewer can ask to look at again, where a notice tells of it. */
export function appealOf({ message, about }: NoticeLineFragment) {
  if (!APPEALED.includes(message)) return undefined;
  return message === 'MUTED' ? { mute: about } : { item: about };
}

/** When it is and how long it takes: "Due Tuesday 28 October, 18:00 · about 15 minutes". */
export function factsOf(notice: NoticeLineFragment): string[] {
  const { happensAt, wasToHappenAt, minutes } = notice;
  const facts: string[] = notice.gone ? [t('notice-gone', { name: notice.gone })] : [];
  const when = happensAt ? momentInWords(happensAt) : undefined;
  const begins = when !== undefined && notice.kind === 'PAIRED';
  if (begins) facts.push(t('notice-from', { from: when }));
  if (notice.until) facts.push(t('notice-until', { until: momentInWords(notice.until) }));
  if (begins) return facts;
  if (when && isDue(notice)) facts.push(t('notice-due', { when }));
  else if (when && wasToHappenAt && wasToHappenAt !== happensAt) {
    facts.push(t('notice-instead', { when, before: momentInWords(wasToHappenAt) }));
  } else if (when) facts.push(when);
  if (minutes) facts.push(t('notice-minutes', { minutes }));
  return facts;
}
