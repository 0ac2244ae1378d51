import { error } from '@sveltejs/kit';

export async function load({ parent }) {
  const { loaded } = await parent();
  if (!loaded.viewerCan.edit) error(403, { message: 'for facilitators' });
}
