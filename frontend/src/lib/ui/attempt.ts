import { says } from '$lib/api';
import { toasts } from './toasts.svelte';

/**
 * Does what a button, a key or a menu asks for. Undefined when it could not be done: then a toast has
 * said why, so nobody needs to catch anything.
 */
export async function attempt<Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await act();
  } catch (refusal) {
    toasts.say(says(refusal), { tone: 'problem' });
    return undefined;
  }
}
