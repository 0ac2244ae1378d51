import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { UploadedFile } from '$lib/api';
import type { OnDevice } from './composer/reconcile';

export interface KeptDraft extends OnDevice {
  files: UploadedFile[];
  /** When, as ISO. */
  at: string;
}

/** A post that is on its way. It stays here until the server has it. */
export interface Unsent {
  nonce: string;
  thread: string;
  parent: string | null;
  /** Under which post it will stand: the branch of `parent`. */
  root: string | null;
  body: string;
  files: UploadedFile[];
  at: string;
}

interface Kept extends DBSchema {
  drafts: { key: string; value: KeptDraft };
  outbox: { key: string; value: Unsent & { owner: string }; indexes: { owner: string } };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

const database = () => {
  opened ??= openDB<Kept>('interlude', 1, {
    upgrade(db) {
      db.createObjectStore('drafts');
      db.createObjectStore('outbox', { keyPath: 'nonce' }).createIndex('owner', 'owner');
    },
  });
  return opened;
};

const scoped = (owner: string, key: string) => `${owner} ${key}`;

/** What this device keeps for a person. Each may fail where a browser keeps nothing. */
export const device = {
  draft: async (owner: string, key: string) => (await database()).get('drafts', scoped(owner, key)),
  keepDraft: async (owner: string, key: string, draft: KeptDraft) =>
    void (await (await database()).put('drafts', draft, scoped(owner, key))),
  dropDraft: async (owner: string, key: string) =>
    (await database()).delete('drafts', scoped(owner, key)),

  unsent: async (owner: string) => (await database()).getAllFromIndex('outbox', 'owner', owner),
  keepUnsent: async (owner: string, unsent: Unsent) =>
    void (await (await database()).put('outbox', { ...unsent, owner })),
  dropUnsent: async (nonce: string) => (await database()).delete('outbox', nonce),
};
