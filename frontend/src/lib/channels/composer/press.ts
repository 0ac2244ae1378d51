import { continued, linked, wrapped, type Edit, type Selected } from './markdown';
import type { Suggestions } from './suggest.svelte';

interface Hands {
  /** Changes the text; false when there is nothing to change. */
  edit: (make: (selected: Selected) => Edit | undefined) => boolean;
  send: () => void;
  pick: (index: number) => void;
  suggestions: Suggestions;
  oncancel: (() => void) | undefined;
}

const SHORTCUTS: Record<string, (selected: Selected) => Edit> = {
  b: (selected) => wrapped(selected, '**'),
  i: (selected) => wrapped(selected, '*'),
  k: (selected) => linked(selected),
};

/** What a key does while writing; false when it is only typed. */
export function press(event: KeyboardEvent, hands: Hands): boolean {
  if (event.isComposing) return false;
  if (event.metaKey || event.ctrlKey) return pressWithMod(event, hands);
  return hands.suggestions.isOpen ? choose(event, hands) : write(event, hands);
}

function pressWithMod({ key, shiftKey, altKey }: KeyboardEvent, { edit, send }: Hands): boolean {
  if (shiftKey || altKey) return false;
  if (key === 'Enter') {
    send();
    return true;
  }
  const make = SHORTCUTS[key.toLowerCase()];
  return make ? edit(make) : false;
}

function choose({ key }: KeyboardEvent, { suggestions, pick }: Hands): boolean {
  if (key === 'ArrowDown') suggestions.move(1);
  else if (key === 'ArrowUp') suggestions.move(-1);
  else if (key === 'Enter' || key === 'Tab') pick(suggestions.active);
  else if (key === 'Escape') suggestions.dismiss();
  else return false;
  return true;
}

function write({ key, shiftKey }: KeyboardEvent, { edit, oncancel }: Hands): boolean {
  if (key === 'Enter' && !shiftKey) return edit(continued);
  if (key !== 'Escape' || !oncancel) return false;
  oncancel();
  return true;
}
