import { MailLinkDoc, pageData } from '$lib/api';

export async function load({ params, parent }) {
  await parent();
  return pageData(MailLinkDoc, { token: params.token });
}
