/** What makes a plan another one. */
export const TOLD = ['READY', 'RESET', 'JOURNEY_CHANGED', 'SESSION_CHANGED', 'COMMUNITY_CHANGED'];
