import type { LiveEventKind } from '$lib/api';

/** What pages about feedback ask again for. */
export const TOLD: LiveEventKind[] = ['READY', 'RESET', 'FEEDBACK_CHANGED'];
