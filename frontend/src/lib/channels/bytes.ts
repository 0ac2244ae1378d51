const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** "0.1 kB", "340 kB", "2.1 MB" in the person's language. */
export function sizeInWords(bytes: number, language: string): string {
  const kilobytes = Math.max(bytes / 1000, 0.1);
  const step = Math.max(0, Math.min(UNITS.length - 1, Math.floor(Math.log10(kilobytes) / 3)));
  const value = kilobytes / 1000 ** step;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[step],
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
