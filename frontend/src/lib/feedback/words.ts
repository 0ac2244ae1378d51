import ClipboardCheck from '@lucide/svelte/icons/clipboard-check';
import type {
  EvidenceState,
  FeedbackRoundState,
  FeedbackRowFragment,
  FeedbackState,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { momentNear } from '$lib/i18n/near';

export const FeedbackIcon = ClipboardCheck;

export const roundWords = (state: FeedbackRoundState) => t('feedback-round-state', { state });
export const evidenceWords = (state: EvidenceState) => t('feedback-evidence-state', { state });

/** Whom it still waits for: late is who may still give, and was asked beside somebody else. */
export const isOpen = (state: FeedbackState) => state === 'ASKED' || state === 'PASSED_ON';

/** What of a round is the viewer's now: to hand in, to look at, or where theirs stands. */
export function ownWords({ viewerEvidence, viewerFeedback, state }: FeedbackRowFragment) {
  const waits = viewerFeedback.filter((each) => each.state === 'ASKED').length;
  if (waits > 0) return t('feedback-to-give', { count: waits });
  if (viewerEvidence) return evidenceWords(viewerEvidence.state);
  return state === 'OPEN' ? t('feedback-not-handed-in') : undefined;
}

/** "Open until Friday, 17:00 · After session 3 · 4 handed in" */
export function rowWords(round: FeedbackRowFragment): string {
  const { state, closesAt, session, counts } = round;
  return [
    state === 'OPEN' && closesAt
      ? t('feedback-until', { when: momentNear(closesAt) })
      : roundWords(state),
    session && t('after-session', { number: session.number }),
    counts && t('feedback-handed-in', { count: counts.handedIn }),
    !counts && ownWords(round),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** "Look at it by Friday, 09:00", and of what is late that somebody else was asked, too. */
export const dueWords = ({ state, dueAt }: { state: FeedbackState; dueAt: string }) =>
  t(state === 'PASSED_ON' ? 'feedback-late' : 'feedback-due', { when: momentNear(dueAt) });
