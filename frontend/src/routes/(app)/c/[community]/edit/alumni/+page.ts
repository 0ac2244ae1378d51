import { found } from '$lib/api';

export async function load({ parent }) {
  const { loaded } = await parent();
  found(loaded.kind === 'COHORT' || null);
}
