import { tick } from 'svelte';

/** Most browsers keep in place what is being read. */
const keepsReading = () => CSS.supports('overflow-anchor', 'auto');

/** Something new comes into the page. What is being written or read stays where it is. */
export async function keepingPlace(change: () => void) {
  const anchor = composerInUse() ?? (keepsReading() ? undefined : firstPostInView());
  const before = anchor?.getBoundingClientRect().top ?? 0;
  change();
  if (!anchor) return;
  await tick();
  scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
}

const docked = () => document.querySelector('.docked');

/** The place where something is being written, if it is one that moves with the page. */
function composerInUse() {
  const form = document.activeElement?.closest('form');
  return form && docked()?.contains(form) ? undefined : form;
}

/** How much of the screen's foot a docked place to write covers, with all that is below it. */
export function coveredFoot() {
  const top = docked()?.getBoundingClientRect().top ?? innerHeight;
  return Math.max(0, innerHeight - top);
}

const firstPostInView = () => postsOnPage().find((post) => post.getBoundingClientRect().bottom > 0);

export const postsOnPage = () => [...document.querySelectorAll<HTMLElement>('[data-post]')];

/** The post that has the focus, else the first that begins on screen. */
export function currentPost(): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('[data-post]');
  return focused ?? postsOnPage().find((post) => post.getBoundingClientRect().top >= 0);
}

/** To the next post or the one before, from where the focus is. */
export function step(by: 1 | -1) {
  const posts = postsOnPage();
  const focused = document.activeElement?.closest<HTMLElement>('[data-post]');
  const from = focused ? posts.indexOf(focused) + by : posts.indexOf(currentPost() ?? posts[0]!);
  goTo(posts[Math.min(posts.length - 1, Math.max(0, from))]);
}

export function goTo(post: HTMLElement | undefined | null) {
  if (!post) return;
  post.focus({ preventScroll: true });
  const isTall = post.offsetHeight > innerHeight * 0.7;
  post.scrollIntoView({ block: isTall ? 'start' : 'center' });
}
