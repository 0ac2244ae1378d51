import { tick } from 'svelte';

const followsByItself = () => CSS.supports('overflow-anchor', 'auto');

/**
 * Something new comes into the page. What is being read or written stays where it is: most browsers
 * see to that, for the others it is done here.
 */
export async function keepingPlace(change: () => void) {
  const anchor = followsByItself() ? undefined : anchorOnScreen();
  const before = anchor?.getBoundingClientRect().top ?? 0;
  change();
  if (!anchor) return;
  await tick();
  scrollBy(0, anchor.getBoundingClientRect().top - before);
}

function anchorOnScreen(): Element | undefined {
  const composer = document.activeElement?.closest('form');
  if (composer) return composer;
  return postsOnPage().find((post) => post.getBoundingClientRect().bottom > 0);
}

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
