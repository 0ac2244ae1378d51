import type { Role } from '$lib/api';
import { viewer } from '$lib/identity/viewer.svelte';

/** Who looks after what is written in a community. */
const ROLES: readonly Role[] = ['MODERATOR', 'FACILITATOR'];

/** Where the viewer moderates. */
class Moderates {
  get communities() {
    const memberships = viewer.current?.memberships.edges ?? [];
    return memberships
      .filter(({ node }) => ROLES.includes(node.role) && !node.community.archivedAt)
      .map(({ node }) => node.community);
  }

  get somewhere() {
    return this.communities.length > 0;
  }

  in(community: string) {
    return this.communities.some(({ id }) => id === community);
  }
}

export const moderates = new Moderates();
