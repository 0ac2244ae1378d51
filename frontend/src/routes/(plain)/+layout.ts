import { error } from '@sveltejs/kit';

export async function load({ parent }) {
  const { failure } = await parent();
  if (failure) error(failure.status, failure);
}
