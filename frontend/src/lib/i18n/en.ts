import type { Texts } from './texts';

// Letters are written by the server.
export default import.meta.glob<Texts>(
  ['../../../locales/en/*.ftl', '!../../../locales/en/mail.ftl'],
  { import: 'default', eager: true },
);
