import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';

export async function load({ parent }) {
  await parent();
  if (!dev) error(404, { message: 'not found' });
}
