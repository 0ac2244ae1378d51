/** Hues that stay apart from each other and from the colours that mean something. */
const HUES = [20, 40, 95, 130, 160, 190, 210, 235, 265, 300, 330];

/** A person's tint: the same name has the same hue everywhere. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.codePointAt(0)!) >>> 0;
  return HUES[hash % HUES.length] as number;
}

/** "Amara Okafor" is AO, "Madonna" is MA. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  const letters = last ? [...first][0]! + [...last][0]! : [...first].slice(0, 2).join('');
  return letters.toUpperCase();
}
