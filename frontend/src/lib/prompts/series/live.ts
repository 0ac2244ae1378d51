import type { LiveEventKind } from '$lib/api';

/** What pages about series ask again for: a question came, somebody answered, a session moved. */
export const TOLD: LiveEventKind[] = ['READY', 'RESET', 'PROMPT_CHANGED', 'SESSION_CHANGED'];
