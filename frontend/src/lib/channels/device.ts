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

/** A page that is torn down takes along what the database has not finished; this store is written at once. */
const left = {
  key: (owner: string, key: string) => `interlude.left ${scoped(owner, key)}`,
  put: (owner: string, key: string, draft: KeptDraft) =>
    localStorage.setItem(left.key(owner, key), JSON.stringify(draft)),
  drop: (owner: string, key: string) => localStorage.removeItem(left.key(owner, key)),
  get(owner: string, key: string): KeptDraft | undefined {
    const text = localStorage.getItem(left.key(owner, key));
    return text ? (JSON.parse(text) as KeptDraft) : undefined;
  },
};

/** What this device keeps for a person. Each may fail where a browser keeps nothing. */
export const device = {
  async draft(owner: string, key: string): Promise<KeptDraft | undefined> {
    const last = left.get(owner, key);
    const kept = await (await database()).get('drafts', scoped(owner, key));
    const newest = last && (!kept || kept.at <= last.at) ? last : kept;
    if (newest && newest === last) await device.keepDraft(owner, key, newest);
    left.drop(owner, key);
    return newest;
  },
  keepDraft: async (owner: string, key: string, draft: KeptDraft) =>
    void (await (await database()).put('drafts', draft, scoped(owner, key))),
  async dropDraft(owner: string, key: string) {
    left.drop(owner, key);
    await (await database()).delete('drafts', scoped(owner, key));
  },
  /** The page goes away before `keepDraft` was done. */
  leaveDraft: left.put,

  unsent: async (owner: string) => (await database()).getAllFromIndex('outbox', 'owner', owner),
  keepUnsent: async (owner: string, unsent: Unsent) =>
    void (await (await database()).put('outbox', { ...unsent, owner })),
  dropUnsent: async (nonce: string) => (await database()).delete('outbox', nonce),
};
