import { onMount, untrack } from 'svelte';
import { Draft } from './draft.svelte';

/** A form that can be written down as one text, and gone on with from it. */
interface Form {
  readonly words: string;
  take: (words: string) => void;
}

/**
 * Keeps all of a form on this device under a key until it is sent, from the moment on at which what was
 * kept before stands in it. Called while a component is made; ends with it.
 */
export function keptForm(key: string, form: Form): Draft {
  const kept = new Draft(`here:${key}`, { body: form.words });
  let isTakenUp = $state(false);
  onMount(() => {
    void kept.open().then(() => {
      if (!kept.isUntouched) form.take(kept.body);
      isTakenUp = true;
    });
    return () => kept.end();
  });
  $effect(() => {
    const { words } = form;
    if (!isTakenUp) return;
    untrack(() => {
      if (words === kept.body) return;
      kept.body = words;
      kept.touch();
    });
  });
  return kept;
}
