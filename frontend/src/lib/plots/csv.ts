export type Cell = string | number | null;

/** A spreadsheet would take these for a formula; the server's tables know the same. */
const FORMULA = /^ *[=+\-@\t\r\n|%]/;
/** What another one would take for the end of a cell. */
const DIVIDES = /[",;'\r\n]/;

function field(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return DIVIDES.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A table as a file that is safe to open in a spreadsheet. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly Cell[])[]) =>
  [columns, ...rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';

const nameOf = (title: string) =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .toLowerCase();

/** Hands a file over to the person; spreadsheets take the mark at its beginning for UTF-8. */
export function handOver(title: string, csv: string) {
  const marked = csv.startsWith('\uFEFF') ? csv : `\uFEFF${csv}`;
  const address = URL.createObjectURL(new Blob([marked], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${nameOf(title) || 'table'}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
