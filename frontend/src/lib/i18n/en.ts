import type { Texts } from './texts';

// Letters are written by the server; some texts come with their screens (`parts.ts`).
export default import.meta.glob<Texts>(
  [
    '../../../locales/en/*.ftl',
    '!../../../locales/en/{mail,consultations,feedback,plots,pulses,series}.ftl',
  ],
  { import: 'default', eager: true },
);
