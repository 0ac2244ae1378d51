import { t } from '$lib/i18n/index.svelte';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

/** What a field lacks, in the person's language: a browser would say it in its own. */
function lackOf(field: Field): string {
  const { type, validity } = field;
  if (validity.valueMissing) {
    return ['radio', 'checkbox', 'select-one'].includes(type)
      ? t('field-choose')
      : t('field-required');
  }
  if (validity.typeMismatch) return type === 'email' ? t('field-email') : t('field-address');
  if (field instanceof HTMLInputElement && type === 'number') {
    if (validity.rangeUnderflow) return t('field-least', { least: field.min });
    if (validity.rangeOverflow) return t('field-most', { most: field.max });
  }
  if (validity.rangeUnderflow && type === 'date') return t('field-too-early');
  return t('field-unfit');
}

/** Lets every form of the page say what a field lacks in the person's language. Returns what ends it. */
export function speakOfFields(root: Document): () => void {
  const said = new Set<Field>();

  function lacks({ target }: Event) {
    if (!isField(target)) return;
    target.setCustomValidity('');
    if (target.validity.valid) return;
    target.setCustomValidity(lackOf(target));
    said.add(target);
  }
  /** Whatever is done next is looked at anew. */
  function forget() {
    for (const field of said) field.setCustomValidity('');
    said.clear();
  }

  const ends = new AbortController();
  const { signal } = ends;
  root.addEventListener('invalid', lacks, { capture: true, signal });
  for (const act of ['input', 'change', 'keydown', 'pointerdown']) {
    root.addEventListener(act, forget, { capture: true, signal });
  }
  return () => ends.abort();
}
