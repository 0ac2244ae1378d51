import type { Texts } from './texts';

/** Texts of screens that few visits see: they come with those screens. */
const files = import.meta.glob<Texts>(
  '../../../locales/*/{accounts,audit,boards,consultations,feedback,organisation,plots,privacy,pulses,rechecks,rounds,security,series,sso,steps,tokens}.ftl',
  {
    import: 'default',
  },
);
export type Part =
  | 'accounts'
  | 'audit'
  | 'boards'
  | 'consultations'
  | 'feedback'
  | 'organisation'
  | 'plots'
  | 'privacy'
  | 'pulses'
  | 'rechecks'
  | 'rounds'
  | 'security'
  | 'series'
  | 'sso'
  | 'steps'
  | 'tokens';

export const partOf = (language: string, part: Part): Promise<Texts> =>
  files[`../../../locales/${language}/${part}.ftl`]!();
