import {
  ApiError,
  DraftDoc,
  ForgetDraftDoc,
  SaveDraftDoc,
  mutate,
  refetch,
  type UploadedFile,
} from '$lib/api';
import { viewer } from '$lib/identity/viewer.svelte';
import { now } from '../dates';
import { device, type KeptDraft } from '../device';
import { reconciled, type OnServer, type Words } from './reconcile';

/** How long writing must pause before the server keeps it too. */
export const SAVE_AFTER_MS = 2_000;

/** Words for which the server has no place of their own until they are sent. */
const ON_DEVICE_ONLY = 'here:';

/**
 * What is being written for one place, named by a key: `reply:THREAD`, `edit:POST`, `new:CHANNEL`. Under
 * `here:…` it is kept on this device alone.
 */
export class Draft {
  readonly key: string;
  title = $state('');
  body = $state('');
  files = $state.raw<UploadedFile[]>([]);
  /** When and where it was last kept; undefined while there is nothing to keep. */
  kept = $state.raw<{ at: string; on: 'device' | 'server' }>();
  /** What another device wrote meanwhile: the person chooses. */
  conflict = $state.raw<OnServer>();
  isOpen = $state(false);
  /** Rises when the place to write should take the focus. */
  calls = $state(0);

  /** What the text is before anything is written: an edit begins with the post. */
  #initial: Words;
  #version = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the device has not finished keeping. */
  #unkept: KeptDraft | undefined;
  /** What goes to the server goes one after the other. */
  #sent = Promise.resolve();
  #isEnded = false;

  constructor(key: string, initial: Partial<Words> = {}) {
    this.key = key;
    this.#initial = { title: '', body: '', ...initial };
    Object.assign(this, this.#initial);
  }

  get isEmpty() {
    return !this.body.trim() && !this.title.trim() && this.files.length === 0;
  }

  get isUntouched() {
    const { title, body } = this.#initial;
    return this.title === title && this.body === body && this.files.length === 0;
  }

  /** How much more the server takes; below nothing when it is too much. */
  get bytesLeft() {
    return viewer.server.bodyBytesMax - new TextEncoder().encode(this.body).length;
  }

  /** Brings back what was written here before, on this device or another. */
  async open() {
    addEventListener('pagehide', this.#leave);
    const [here, there] = await Promise.all([this.#onDevice(), this.#onServer()]);
    this.isOpen = true;
    // Whoever was quicker than the answer goes on with what they wrote.
    if (!this.isUntouched || this.#isEnded) return;
    const outcome = reconciled(here, there);
    if (outcome.take === 'nothing') {
      await this.#dropFromDevice();
    } else if (outcome.take === 'server' && there) {
      this.#take(there, here?.files ?? []);
      this.kept = { at: there.updatedAt, on: 'server' };
    } else if (here) {
      this.#take(here, here.files);
      this.#version = outcome.take === 'device' ? outcome.version : here.version;
      this.kept = { at: here.at, on: 'device' };
      if (outcome.take === 'both') this.conflict = there;
      else this.#saveSoon();
    }
  }

  /** Call after every change: the device keeps it at once, the server soon. */
  touch() {
    if (this.isUntouched) return void this.#forget();
    void this.#keep();
    this.#saveSoon();
  }

  /** Puts text at the end, on a line of its own, and asks for the focus. */
  append(text: string) {
    const gap = this.body.trim() ? `${this.body.trimEnd()}\n\n` : '';
    this.body = gap + text;
    this.touch();
    this.call();
  }

  call() {
    this.calls += 1;
  }

  keepMine() {
    if (!this.conflict) return;
    this.#version = this.conflict.version;
    this.conflict = undefined;
    this.touch();
  }

  takeOther() {
    if (!this.conflict) return;
    this.#take(this.conflict, this.files);
    this.conflict = undefined;
    void this.#keep();
    this.call();
  }

  /** It was sent, or is not wanted: gone everywhere. Returns how to bring it back. */
  discard(): () => void {
    const { title, body, files } = this;
    Object.assign(this, this.#initial, { files: [], conflict: undefined });
    void this.#forget();
    return () => {
      Object.assign(this, { title, body, files });
      this.touch();
      this.call();
    };
  }

  /** The place is left; what is not kept yet is kept now. */
  end() {
    this.#isEnded = true;
    removeEventListener('pagehide', this.#leave);
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#save();
  }

  readonly #leave = () => {
    if (this.#unkept) device.leaveDraft(owner(), this.key, this.#unkept);
  };

  #take({ title, body, version }: OnServer, files: UploadedFile[]) {
    this.title = title;
    this.body = body;
    this.files = files;
    this.#version = version;
  }

  async #forget() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.kept = undefined;
    this.#unkept = undefined;
    this.#sent = this.#sent.then(() => this.#drop());
    await this.#dropFromDevice();
  }

  async #drop() {
    if (this.#version === 0) return;
    this.#version = 0;
    // A draft that is gone already is as wished; without a connection the next opening finds it.
    await mutate(ForgetDraftDoc, { input: { key: this.key } }).catch(() => undefined);
  }

  async #keep(isAhead = true) {
    const { title, body, files } = $state.snapshot({
      title: this.title,
      body: this.body,
      files: this.files,
    });
    const at = now();
    const words = { title, body, files, version: this.#version, isAhead, at };
    this.#unkept = words;
    try {
      await device.keepDraft(owner(), this.key, words);
      if (isAhead && !this.isUntouched) this.kept = { at, on: 'device' };
    } catch {
      // A browser that keeps nothing: the server will, two seconds later.
    }
    if (this.#unkept === words) this.#unkept = undefined;
  }

  #saveSoon() {
    if (this.key.startsWith(ON_DEVICE_ONLY)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), SAVE_AFTER_MS);
  }

  #save() {
    this.#timer = undefined;
    this.#sent = this.#sent.then(() => this.#send());
  }

  async #send() {
    if (this.conflict || this.isUntouched) return;
    const { title, body } = this;
    const words = { title: title || null, body, version: this.#version };
    try {
      const { saveDraft } = await mutate(SaveDraftDoc, { input: { key: this.key, ...words } });
      this.#version = saveDraft.version;
      // What was written meanwhile goes on from this version; else it would meet itself as another device's.
      if (this.title !== title || this.body !== body) return void this.#keep();
      this.kept = { at: saveDraft.updatedAt, on: 'server' };
      await this.#keep(false);
    } catch (refusal) {
      // Whatever it was, the device has the text.
      if (refusal instanceof ApiError && refusal.code === 'CONFLICT') this.#meet(refusal.current);
    }
  }

  #meet(current: Record<string, unknown> | undefined) {
    if (!current) {
      this.#version = 0;
      this.#saveSoon();
      return;
    }
    const { title, body, version } = current as { title?: string; body: string; version: number };
    const other = { title: title ?? '', body, version };
    if (other.body === this.body && other.title === this.title) this.#version = version;
    else this.conflict = other;
  }

  async #onDevice() {
    return device.draft(owner(), this.key).catch(() => undefined);
  }

  async #dropFromDevice() {
    await device.dropDraft(owner(), this.key).catch(() => undefined);
  }

  async #onServer() {
    if (this.key.startsWith(ON_DEVICE_ONLY)) return undefined;
    const answer = await refetch(DraftDoc, { key: this.key }).catch(() => undefined);
    return answer?.draft ? { ...answer.draft, title: answer.draft.title ?? '' } : undefined;
  }
}

const owner = () => viewer.person?.id ?? '';
