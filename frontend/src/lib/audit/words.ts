import type { AuditEntryLineFragment, ModerationActKind } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';

type Entry = AuditEntryLineFragment;

const after = ({ changes }: Entry, what: string) =>
  changes.find((change) => change.what === what)?.after ?? '';
const before = ({ changes }: Entry, what: string) =>
  changes.find((change) => change.what === what)?.before ?? '';

/** What was done, as a sentence. */
export function told(entry: Entry): string {
  const by = entry.by?.name ?? t('entry-platform');
  if (entry.kind === 'moderation.acted') {
    const kind = after(entry, 'act').toUpperCase() as ModerationActKind;
    const isUndone = after(entry, 'undone') === 'true';
    const act = { by, did: t('log-kind', { kind }) };
    return isUndone ? t('entry-undid', act) : t('entry-moderated', act);
  }
  return t('entry-did', {
    kind: entry.kind.replace('.', '-'),
    by,
    person: entry.person?.name ?? t('entry-somebody'),
    place: entry.place ?? t('entry-somewhere'),
    role: after(entry, 'role') || before(entry, 'role') || 'none',
    // What a newer server tells of and this page has no words for.
    name: entry.kind,
  });
}

const moment = /^\d{4}-\d\d-\d\dT/;

const isShutLink = ({ kind }: Entry) => kind.endsWith('.link_refused');

/** What a line of an entry is about: of a link that opened nothing its state is why. */
export const fieldOf = (entry: Entry, what: string) =>
  t('entry-field', { what: isShutLink(entry) ? 'why' : what });

/** What was or is, as people read it. */
export function shown(entry: Entry, what: string, value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return t('entry-nothing');
  if (isShutLink(entry)) return t('entry-shut-why', { why: value });
  if (value === 'true') return t('entry-yes');
  if (value === 'false') return t('entry-no');
  if (what === 'role') return t('entry-role', { role: value });
  if (what === 'act') return t('log-kind', { kind: value.toUpperCase() as ModerationActKind });
  if (moment.test(value)) return value.replace('T', ' ').slice(0, 16) + ' UTC';
  return value;
}
