/** Moves the focus among the rows of a list: the focused row is the current one. */
export function moveFocus(rows: Iterable<HTMLElement>, step: 1 | -1): HTMLElement | undefined {
  const list = [...rows];
  const here = list.findIndex((row) => row.contains(document.activeElement));
  const next = here < 0 ? (step > 0 ? 0 : list.length - 1) : here + step;
  const row = list[Math.min(list.length - 1, Math.max(0, next))];
  const target = row?.matches('a, button') ? row : row?.querySelector<HTMLElement>('a, button');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
  return row;
}
