import type { LiveEventKind } from '$lib/api';

/** Sessions asked for at a time. */
export const PAGE = 50;

/** What a page about sessions asks again for. */
export const TOLD: LiveEventKind[] = [
  'READY',
  'RESET',
  'SESSION_CHANGED',
  'ATTENDANCE_CHANGED',
  'COMMUNITY_CHANGED',
  'MEMBERSHIP_CHANGED',
];
