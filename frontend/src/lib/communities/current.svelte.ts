import { page } from '$app/state';
import { viewer } from '$lib/identity/viewer.svelte';
import { firstOf } from './first';

const KEPT = 'community';

/**
 * The community whose links stand in the rail: the one of the address, else the one last visited,
 * else the one that the person most likely comes for.
 */
class CurrentCommunity {
  #visited = $state(localStorage.getItem(KEPT) ?? undefined);

  get slug(): string | undefined {
    const { communities } = viewer;
    const visited = communities.find(({ slug }) => slug === this.#visited);
    const { community } = page.params as { community?: string };
    return community ?? visited?.slug ?? firstOf(viewer.memberships);
  }

  visit(slug: string) {
    if (slug === this.#visited) return;
    this.#visited = slug;
    localStorage.setItem(KEPT, slug);
  }
}

export const currentCommunity = new CurrentCommunity();
