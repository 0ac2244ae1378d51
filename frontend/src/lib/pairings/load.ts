import { error } from '@sveltejs/kit';
import {
  MyPairingDoc,
  PairingBoardDoc,
  found,
  pageData,
  type BoardRoundFragment,
  type RunningRoundQuery,
} from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

export const VIEWS = ['now', 'past', 'you'] as const;
export type PairingView = (typeof VIEWS)[number];

export const viewIn = (asked: string | null): PairingView =>
  VIEWS.find((view) => view === asked) ?? 'now';

/** Where the viewer stands with pairing, for a page's `load`. */
export async function loadPairing(slug: string) {
  const loaded = await pageData(MyPairingDoc, { slug });
  found(loaded.community);
  return loaded;
}

/** The board of who leads. */
export async function loadBoard(slug: string) {
  const [loaded] = await Promise.all([pageData(PairingBoardDoc, { slug }), speakAlso('rounds')]);
  if (!found(loaded.community).pairingBoard) error(403, { message: 'for facilitators' });
  return loaded;
}

/** The answer to a question about any node, once it is a round. */
export const roundOf = ({ node }: RunningRoundQuery) =>
  node && 'unpaired' in node ? (node as BoardRoundFragment) : undefined;
