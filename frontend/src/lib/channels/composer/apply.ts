import type { Edit, Selected } from './markdown';

export const selectedIn = (area: HTMLTextAreaElement): Selected => ({
  text: area.value,
  start: area.selectionStart,
  end: area.selectionEnd,
});

/** Changes the text as if it were typed, so that the browser can undo it. */
export function apply(area: HTMLTextAreaElement, { from, to, insert, select }: Edit) {
  area.focus();
  area.setSelectionRange(from, to);
  // Deprecated, and the only way that keeps the undo of a textarea.
  const isTyped = document.execCommand(insert ? 'insertText' : 'delete', false, insert);
  if (!isTyped && area.value.slice(from, from + insert.length) !== insert) {
    area.setRangeText(insert, from, to);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(...select);
}

/** Where a character stands, in pixels from the textarea's corner: below its line. */
export function caretPlace(area: HTMLTextAreaElement, at: number) {
  const mirror = document.createElement('div');
  const style = getComputedStyle(area);
  for (const property of MIRRORED)
    mirror.style.setProperty(property, style.getPropertyValue(property));
  Object.assign(mirror.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
  });
  mirror.textContent = area.value.slice(0, at);
  const mark = mirror.appendChild(document.createElement('span'));
  mark.textContent = area.value.slice(at) || '.';
  area.after(mirror);
  const { offsetTop, offsetLeft } = mark;
  mirror.remove();
  const lineHeight = parseFloat(style.lineHeight) || 24;
  return { top: offsetTop + lineHeight - area.scrollTop, left: offsetLeft };
}

const MIRRORED = [
  'direction',
  'box-sizing',
  'inline-size',
  'padding',
  'border-width',
  'font',
  'letter-spacing',
  'overflow-wrap',
];
