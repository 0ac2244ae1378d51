import { OutboxDoc, pageData } from '$lib/api';
import { STATES } from '$lib/notifications/outbox';

export async function load({ parent, url }) {
  await parent();
  const asked = url.searchParams.get('show')?.toUpperCase();
  const state = STATES.find((each) => each === asked);
  return { state, loaded: await pageData(OutboxDoc, { first: 30, state }) };
}
