import type { NoticeLineFragment, WaitingFragment } from '$lib/api';

/** Which part of the inbox is shown. */
export const SHOWN = ['ALL', 'MENTIONS', 'FOLLOWING', 'NOTICES'] as const;
export type Show = (typeof SHOWN)[number];

/** One line of the inbox: a conversation that speaks to the viewer, or what they are told besides. */
export type Entry =
  | { kind: 'item'; id: string; at: string; item: WaitingFragment }
  | { kind: 'notice'; id: string; at: string; notice: NoticeLineFragment };

/** As much of a list as has been fetched. */
interface Pile<Thing> {
  edges: { node: Thing }[];
  pageInfo: { hasNextPage: boolean };
}

interface Dated {
  id: string;
  at: string;
  doneAt?: string | null;
}

const moment = ({ at }: { at: string }) => Date.parse(at);

/** Up to here a pile is known: what is older may still be missing from it. */
function horizon({ edges, pageInfo }: Pile<Dated>) {
  const all = edges.map(({ node }) => moment(node));
  return pageInfo.hasNextPage && all.length > 0 ? Math.min(...all) : -Infinity;
}

/**
 * Both piles as one, the newest first, without what is dealt with. It ends where one of the piles does
 * that goes on, so that showing more never puts a line between those that were read.
 */
export function merged(items: Pile<WaitingFragment>, notices: Pile<NoticeLineFragment>): Entry[] {
  const end = Math.max(horizon(items), horizon(notices));
  const entries: Entry[] = [
    ...items.edges.map(({ node }) => ({ kind: 'item' as const, ...dated(node), item: node })),
    ...notices.edges.map(({ node }) => ({ kind: 'notice' as const, ...dated(node), notice: node })),
  ];
  const isDone = (entry: Entry) =>
    Boolean(entry.kind === 'item' ? entry.item.doneAt : entry.notice.doneAt);
  return entries
    .filter((entry) => !isDone(entry) && moment(entry) >= end)
    .sort((one, other) => moment(other) - moment(one));
}

const dated = ({ id, at }: Dated) => ({ id, at });
