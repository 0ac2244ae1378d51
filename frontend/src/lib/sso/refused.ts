import { t } from '$lib/i18n/index.svelte';

const known = [
  'EXPIRED',
  'DECLINED',
  'PROVIDER_DOWN',
  'NOT_TRUSTED',
  'UNKNOWN',
  'EMAIL_TAKEN',
  'EMAIL_UNVERIFIED',
  'SUSPENDED',
  'ALREADY_LINKED',
  'SOMEBODY_ELSE',
  'NOT_ANEW',
  'SIGN_IN_FIRST',
  'OFF',
];

/** What happened elsewhere, and what to do now. An address can say anything: only what is known is repeated. */
export const refusedWords = (code: string) =>
  t('way-refused', { code: known.includes(code) ? code : 'OTHER' });
