import { error } from '@sveltejs/kit';
import {
  PulseByLinkDoc,
  PulseOnPageDoc,
  PulsePlaceDoc,
  PulseToAnswerDoc,
  PulseToChangeDoc,
  PulsesDoc,
  ReactionFormDoc,
  found,
  pageData,
  type PulseFilter,
  type PulseFormFragment,
  type PulseOnPageQuery,
  type PulsePageFragment,
  type PulseToAnswerQuery,
  type PulseToChangeFragment,
  type PulseToChangeQuery,
} from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { seat } from './seat';

export const PAGE = 20;
export const VIEWS = ['now', 'closed'] as const;
export type PulseView = (typeof VIEWS)[number];

export const viewIn = (asked: string | null): PulseView =>
  VIEWS.find((view) => view === asked) ?? 'now';

export const filterOf = (view: PulseView): PulseFilter =>
  view === 'closed' ? 'CLOSED' : 'CURRENT';

const words = () => speakAlso('pulses');

/** Pulse surveys of a community, for a page's `load`. */
export async function loadPulses(slug: string, view: PulseView) {
  const asked = { slug, filter: filterOf(view), first: PAGE };
  const [loaded] = await Promise.all([pageData(PulsesDoc, asked), words()]);
  found(loaded.community);
  return loaded;
}

export const formOf = ({ node }: PulseToAnswerQuery) =>
  node && 'questions' in node ? (node as PulseFormFragment) : undefined;
export const pageOf = ({ node }: PulseOnPageQuery) =>
  node && 'series' in node ? (node as PulsePageFragment) : undefined;
const toChangeOf = ({ node }: PulseToChangeQuery) =>
  node && 'daysOpen' in node ? (node as PulseToChangeFragment) : undefined;

export async function loadForm(id: string) {
  const [loaded] = await Promise.all([pageData(PulseToAnswerDoc, { id }), words()]);
  return found(formOf(loaded));
}

export async function loadPulse(id: string) {
  const [loaded] = await Promise.all([
    pageData(PulseOnPageDoc, { id }),
    words(),
    speakAlso('plots'),
  ]);
  return found(pageOf(loaded));
}

/** The way into a form without a sign-in, for who may show it. */
export async function loadWall(id: string) {
  const pulse = await loadPulse(id);
  if (!pulse.openLink) error(403, { message: 'for facilitators' });
  return pulse;
}

/** Where somebody who leads is about to ask. */
export async function loadPlace(slug: string) {
  const [{ community }] = await Promise.all([pageData(PulsePlaceDoc, { slug }), words()]);
  if (!found(community).viewerCan.ask) error(403, { message: 'for facilitators' });
  return found(community);
}

export async function loadToChange(id: string) {
  const [loaded] = await Promise.all([pageData(PulseToChangeDoc, { id }), words()]);
  const pulse = found(toChangeOf(loaded));
  if (!pulse.viewerCan.change) error(403, { message: 'for facilitators' });
  return pulse;
}

/** What stands behind a link from a letter. */
export async function loadLink(token: string) {
  const [loaded] = await Promise.all([pageData(PulseByLinkDoc, { token }), words()]);
  return loaded.pulseByLink;
}

/** A form that everybody in the room may fill in, once. */
export async function loadReaction(token: string) {
  const asked = { token, seat: seat() };
  const [loaded] = await Promise.all([pageData(ReactionFormDoc, asked), words()]);
  return loaded.reactionForm;
}
