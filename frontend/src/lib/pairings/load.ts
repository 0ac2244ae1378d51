import { error } from '@sveltejs/kit';
import { MyPairingDoc, PairingBoardDoc, found, pageData } from '$lib/api';

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
  const loaded = await pageData(PairingBoardDoc, { slug });
  if (!found(loaded.community).pairingBoard) error(403, { message: 'for facilitators' });
  return loaded;
}
