import { CommunityLiveDoc, OwnLiveDoc, live, type LiveEventKind } from '$lib/api';
import { viewer } from '$lib/identity/viewer.svelte';

/** What pages about feedback ask again for. */
const TOLD: LiveEventKind[] = ['READY', 'RESET', 'FEEDBACK_CHANGED'];

/**
 * Hears of feedback in a community as long as a component lives: of its rounds, and of what the viewer handed
 * in or is asked for, which is told to them alone.
 */
export function liveFeedback(community: () => string, on: () => void) {
  const hear = ({ kind }: { kind: LiveEventKind }) => {
    if (TOLD.includes(kind)) on();
  };
  live(
    CommunityLiveDoc,
    () => (viewer.roleIn(community()) ? { in: community() } : undefined),
    hear,
  );
  live(OwnLiveDoc, () => ({}), hear);
}
