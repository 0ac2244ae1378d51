import { error } from '@sveltejs/kit';
import {
  FeedbackOnPageDoc,
  FeedbackPlaceDoc,
  FeedbackRoundDoc,
  FeedbackRoundsDoc,
  found,
  pageData,
} from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

const words = () => speakAlso('feedback');

/** Rounds of feedback in a community, for a page's `load`. */
export async function loadRounds(slug: string) {
  const [loaded] = await Promise.all([pageData(FeedbackRoundsDoc, { slug }), words()]);
  return found(loaded.community);
}

export async function loadRound(id: string) {
  const [loaded] = await Promise.all([pageData(FeedbackRoundDoc, { id }), words()]);
  return found(loaded.feedbackRound);
}

export async function loadToChange(id: string) {
  const round = await loadRound(id);
  if (!round.viewerCan.change) error(403, { message: 'for facilitators' });
  return round;
}

export async function loadFeedback(id: string) {
  const [loaded] = await Promise.all([pageData(FeedbackOnPageDoc, { id }), words()]);
  return found(loaded.feedback);
}

/** Where somebody who leads is about to open a round. */
export async function loadPlace(slug: string) {
  const [{ community }] = await Promise.all([pageData(FeedbackPlaceDoc, { slug }), words()]);
  if (!found(community).viewerCan.ask) error(403, { message: 'for facilitators' });
  return found(community);
}

/** Rounds that follow a session, with their words. */
export async function feedbackAfter() {
  const [loaded] = await Promise.all([import('./FeedbackAfter.svelte'), words()]);
  return loaded;
}
