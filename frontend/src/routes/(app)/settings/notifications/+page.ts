import { NotificationSettingsDoc, pageData } from '$lib/api';

export async function load({ parent }) {
  await parent();
  return { loaded: await pageData(NotificationSettingsDoc, {}) };
}
