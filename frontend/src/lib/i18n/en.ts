import type { Texts } from './texts';

// Letters are written by the server; some texts come with their screens (`parts.ts`).
export default import.meta.glob<Texts>(
  [
    '../../../locales/en/*.ftl',
    '!../../../locales/en/{mail,accounts,audit,boards,consultations,feedback,organisation,plots,privacy,pulses,rechecks,rounds,security,series,sso,steps,tokens}.ftl',
  ],
  { import: 'default', eager: true },
);
