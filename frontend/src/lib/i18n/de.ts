import type { Texts } from './texts';

// Letters are written by the server.
export default import.meta.glob<Texts>(
  ['../../../locales/de/*.ftl', '!../../../locales/de/mail.ftl'],
  { import: 'default', eager: true },
);
