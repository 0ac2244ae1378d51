import { mount, unmount } from 'svelte';
import { WaysToConfirmDoc, refetch } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import ConfirmDialog from './ConfirmDialog.svelte';

/** Asks over whatever is on screen who it is; whether they showed it. */
export async function askWhoItIs(): Promise<boolean> {
  const opener = document.activeElement as HTMLElement | null;
  const [{ viewer: can }] = await Promise.all([
    refetch(WaysToConfirmDoc, {}),
    speakAlso('security'),
    speakAlso('accounts'),
  ]);
  return new Promise((resolve) => {
    const onanswer = (isConfirmed: boolean) => {
      // The dialog closes before it goes, so that the focus finds its way back.
      setTimeout(() => void unmount(dialog));
      resolve(isConfirmed);
    };
    const props = { can, onanswer, opener };
    const dialog = mount(ConfirmDialog, { target: document.body, props });
  });
}
