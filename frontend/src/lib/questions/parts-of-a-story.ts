/** A line across the page, as the server writes it. */
const LINE = /<hr\s*\/?>/;

/** What stands between the lines across a text, where there are as many parts as are asked for. */
export function partsOf(html: string, count: number): string[] | undefined {
  const parts = html.split(LINE).map((part) => part.trim());
  return parts.length === count ? parts : undefined;
}
