const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
};

/** `g t` is two keys after each other; `$mod+k` is one press: ⌘K or Ctrl K. */
export const keyNames = (keys: string) => keys.split(' ').map(pressName);

function pressName(press: string): string {
  // On the sheet `?` is `?`: that some keyboards need Shift for it is seen on the key.
  const parts = press.replace(/^Shift\+(?=[^\w]$)/, '').split('+');
  return parts.map(partName).join(isMac() ? '' : ' ');
}

function partName(part: string): string {
  if (part === '$mod') return isMac() ? '⌘' : 'Ctrl';
  if (part === 'Shift') return isMac() ? '⇧' : 'Shift';
  return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part);
}
