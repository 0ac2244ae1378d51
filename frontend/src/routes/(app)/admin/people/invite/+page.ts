import { loadInviting } from '$lib/imports/load-inviting';

export async function load({ parent }) {
  await parent();
  return loadInviting();
}
