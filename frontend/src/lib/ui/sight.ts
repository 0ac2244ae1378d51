/** Where a row of links is wider than the screen, the one that is current stands in its middle. */
export function showCurrent(row: HTMLElement) {
  const current = row.querySelector('[aria-current]');
  if (!current) return;
  const box = current.getBoundingClientRect();
  const left = box.left - row.getBoundingClientRect().left;
  row.scrollLeft += left - (row.clientWidth - box.width) / 2;
}
