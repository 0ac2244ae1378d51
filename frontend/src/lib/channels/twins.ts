/** The same thing twice is there once, where it came first. */
export function withoutTwins<Thing extends { id: string }>(things: readonly Thing[]): Thing[] {
  const known = new Set<string>();
  return things.filter(({ id }) => !known.has(id) && known.add(id));
}
