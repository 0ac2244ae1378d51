import {
  CheckInBoardDoc,
  CheckInByLinkDoc,
  CheckInFormDoc,
  CheckInsDoc,
  found,
  pageData,
  type CheckInBoardQuery,
  type CheckInFilter,
  type CheckInFormQuery,
  type CheckInToChangeFragment,
  type CheckInToChangeQuery,
} from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

const words = () => speakAlso('boards');

export const PAGE = 20;
export const VIEWS = ['now', 'closed', 'diary'] as const;
export type CheckInView = (typeof VIEWS)[number];

export const viewIn = (asked: string | null): CheckInView =>
  VIEWS.find((view) => view === asked) ?? 'now';

export const filterOf = (view: CheckInView): CheckInFilter =>
  view === 'closed' ? 'CLOSED' : 'CURRENT';

/** The answer to a question about any node, once it is a check-in. */
type Node<Query extends { node: unknown }> = Extract<Query['node'], { id: string; title: string }>;
export type CheckInToAnswer = Node<CheckInFormQuery>;
export type CheckInOnBoard = Node<CheckInBoardQuery>;

/** Check-ins of a community, for a page's `load`. */
export async function loadCheckIns(slug: string, view: CheckInView) {
  const asked = { slug, filter: filterOf(view), first: PAGE };
  const [loaded] = await Promise.all([pageData(CheckInsDoc, asked), words()]);
  found(loaded.community);
  return loaded;
}

export const formOf = ({ node }: CheckInFormQuery) =>
  node && 'questions' in node ? (node as CheckInToAnswer) : undefined;
export const boardOf = ({ node }: CheckInBoardQuery) =>
  node && 'board' in node ? (node as CheckInOnBoard) : undefined;

export const toChangeOf = ({ node }: CheckInToChangeQuery) =>
  node && 'daysOpen' in node ? (node as CheckInToChangeFragment) : undefined;

export async function loadForm(id: string) {
  return found(formOf(await pageData(CheckInFormDoc, { id })));
}

export async function loadBoard(id: string) {
  const [loaded] = await Promise.all([pageData(CheckInBoardDoc, { id }), words()]);
  return found(boardOf(loaded));
}

/** What was taken into a session, with its words. */
export async function takenIn() {
  const [loaded] = await Promise.all([import('./TakenIn.svelte'), words()]);
  return loaded;
}

/** What stands behind a link from a letter. */
export async function loadLink(token: string) {
  return (await pageData(CheckInByLinkDoc, { token })).checkInByLink;
}
