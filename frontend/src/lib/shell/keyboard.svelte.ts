import { untrack } from 'svelte';
import { createKeybindingsHandler } from 'tinykeys';
import { viewer } from '$lib/identity/viewer.svelte';

export interface Shortcut {
  /** As tinykeys writes them: `g t`, `$mod+k`, `Shift+e`, `?`. */
  keys: string;
  label: string;
  run: (event: KeyboardEvent) => void;
}

type Scope = 'everywhere' | 'here';
interface Group {
  scope: Scope;
  list: () => Shortcut[];
}

/** Menus, lists and dialogs have keys of their own; in a field a letter is a letter. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog], [role=alertdialog], [role=tablist], [role=radiogroup]';

const isSingle = (keys: string) => !/\$mod|Control|Meta|Alt/.test(keys);

/** `?` and `/` need Shift on some keyboards and not on others. */
const waysToPress = (keys: string) => (/^[^\w\s]$/.test(keys) ? [keys, `Shift+${keys}`] : [keys]);

/** How long after the first key of a sequence the second one belongs to it, as tinykeys has it. */
const SEQUENCE_MS = 1_000;

const isInOwnKeys = ({ target }: Event) =>
  target instanceof Element && target.closest(OWN_KEYS) !== null;

class Keyboard {
  #sequenceUntil = 0;
  /** Whether this press ends a sequence: the `c` of `g c` is no `c`. */
  #isSecond = false;
  #groups = $state.raw<Group[]>([]);

  get singleKeysAllowed() {
    return viewer.preferences?.singleKeys ?? true;
  }

  listOf(scope: Scope): Shortcut[] {
    return this.#groups.filter((group) => group.scope === scope).flatMap(({ list }) => list());
  }

  add(group: Group): () => void {
    const handlers = group
      .list()
      .flatMap((shortcut) =>
        waysToPress(shortcut.keys).map((press) => [press, this.#guarded(shortcut)] as const),
      );
    const onKeydown = createKeybindingsHandler(Object.fromEntries(handlers));
    // Twice is once: whoever comes first, sequences are noticed before anything runs.
    addEventListener('keydown', this.#notice, { capture: true });
    addEventListener('keydown', onKeydown);
    this.#groups = [...this.#groups, group];
    return () => {
      removeEventListener('keydown', onKeydown);
      this.#groups = this.#groups.filter((other) => other !== group);
    };
  }

  #notice = (event: KeyboardEvent) => {
    this.#isSecond = event.timeStamp < this.#sequenceUntil;
    const begins = this.#groups
      .flatMap(({ list }) => list())
      .some(({ keys }) => keys.startsWith(`${event.key} `));
    const opens = begins && !this.#isSecond && !isInOwnKeys(event);
    this.#sequenceUntil = opens ? event.timeStamp + SEQUENCE_MS : 0;
  };

  #guarded({ keys, run }: Shortcut) {
    const isSequence = keys.includes(' ');
    return (event: KeyboardEvent) => {
      if (isSingle(keys)) {
        if (this.#isSecond && !isSequence) return;
        if (!this.singleKeysAllowed || isInOwnKeys(event) || event.defaultPrevented) return;
      }
      event.preventDefault();
      run(event);
    };
  }
}

export const keyboard = new Keyboard();

/**
 * Keys of a screen or component, for as long as it lives. They appear on the `?` sheet by
 * themselves. Call while the component starts.
 */
export function shortcuts(list: () => Shortcut[], scope: Scope = 'here') {
  $effect(() => {
    // What the keys do may read anything; only the list itself decides when to start again.
    const shown = list();
    return untrack(() => keyboard.add({ scope, list: () => shown }));
  });
}
