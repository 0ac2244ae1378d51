import { says, upload, type UploadedFile } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';

export const FILES_MAX = 10;

export interface Upload {
  key: string;
  name: string;
  /** How much has left this device, 0 to 1. */
  share: number;
  /** Why it did not work, in words. */
  problem?: string;
}

export const isPicture = ({ mediaType }: { mediaType: string }) => mediaType.startsWith('image/');

/** Files on their way to the server. */
export class Uploads {
  list = $state.raw<Upload[]>([]);
  #stops: Record<string, AbortController> = {};
  #onDone: (file: UploadedFile) => void;

  constructor(onDone: (file: UploadedFile) => void) {
    this.#onDone = onDone;
  }

  get isBusy() {
    return this.list.some(({ problem }) => problem === undefined);
  }

  async add(file: File, alreadyThere: number) {
    const key = crypto.randomUUID();
    const problem = refusal(file, alreadyThere + this.list.length);
    this.list = [...this.list, { key, name: file.name, share: 0, problem }];
    if (problem) return;
    const stop = new AbortController();
    this.#stops[key] = stop;
    try {
      const onProgress = (share: number) => this.#change(key, { share });
      const done = await upload(file, { onProgress, signal: stop.signal });
      this.remove(key);
      this.#onDone(done);
    } catch (failure) {
      if (!stop.signal.aborted) this.#change(key, { problem: says(failure) });
    }
  }

  remove(key: string) {
    this.#stops[key]?.abort();
    delete this.#stops[key];
    this.list = this.list.filter((each) => each.key !== key);
  }

  /** The place is left: what is on its way is not wanted any more. */
  end() {
    for (const stop of Object.values(this.#stops)) stop.abort();
  }

  #change(key: string, change: Partial<Upload>) {
    this.list = this.list.map((each) => (each.key === key ? { ...each, ...change } : each));
  }
}

function refusal(file: File, alreadyThere: number): string | undefined {
  const { fileBytesMax } = viewer.server;
  if (alreadyThere >= FILES_MAX) return t('composer-files-many', { count: FILES_MAX });
  if (file.size > fileBytesMax) {
    return t('composer-file-large', { megabytes: Math.floor(fileBytesMax / 1024 ** 2) });
  }
  return file.size === 0 ? t('composer-file-empty') : undefined;
}
