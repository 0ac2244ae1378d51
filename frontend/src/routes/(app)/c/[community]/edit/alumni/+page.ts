import { error } from '@sveltejs/kit';
import { found } from '$lib/api';

export async function load({ parent }) {
  const { loaded } = await parent();
  found(loaded.kind === 'COHORT' || null);
  if (!loaded.viewerCan.edit) error(403, { message: 'for facilitators' });
}
