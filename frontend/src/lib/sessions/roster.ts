import { SessionRosterDoc, query, type FaceFragment, type Role } from '$lib/api';

export interface Member {
  person: FaceFragment;
  role: Role;
}

/** Everybody in a community, by name. They come a hundred at a time. */
export async function rosterOf(slug: string, after?: string | null): Promise<Member[]> {
  const { community } = await query(SessionRosterDoc, { slug, after });
  if (!community) return [];
  const { edges, pageInfo } = community.members;
  const members = edges.map(({ node: { person, role } }) => ({ person, role }));
  if (!pageInfo.hasNextPage) return members;
  return [...members, ...(await rosterOf(slug, pageInfo.endCursor))];
}
