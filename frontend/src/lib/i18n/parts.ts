import type { Texts } from './texts';

/** Texts of screens that few visits see: they come with those screens. */
const files = import.meta.glob<Texts>(
  '../../../locales/*/{consultations,feedback,plots,pulses,series}.ftl',
  {
    import: 'default',
  },
);
export type Part = 'consultations' | 'feedback' | 'plots' | 'pulses' | 'series';

export const partOf = (language: string, part: Part): Promise<Texts> =>
  files[`../../../locales/${language}/${part}.ftl`]!();
