import { createSubscriber } from 'svelte/reactivity';

const MINUTE_MS = 60_000;

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, MINUTE_MS / 2);
  return () => clearInterval(timer);
});

/** Now, to the minute; what shows it is shown anew when the minute changes. */
export function thisMinute() {
  subscribe();
  return new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);
}
