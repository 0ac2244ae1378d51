import { InvitationDoc, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  return pageData(InvitationDoc, { token: params.token });
}
