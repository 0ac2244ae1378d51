import { ApiError } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

/**
 * For a form to which the server may answer that it wants the second factor, too: then `Field` is there, and what
 * was sent is sent again with what was typed into it.
 */
export function codeWhenAsked() {
  let Field = $state.raw<typeof import('./CodeField.svelte').default>();
  let typed = $state('');

  return {
    get Field() {
      return Field;
    },
    get typed() {
      return typed;
    },
    set typed(code: string) {
      typed = code;
    },
    /** Whether it was done. If not, the code is asked for now. */
    async send(act: (code: string | undefined) => Promise<unknown>): Promise<boolean> {
      try {
        await act(Field && typed);
        return true;
      } catch (refusal) {
        const isAsked = refusal instanceof ApiError && refusal.code === 'SECOND_FACTOR';
        if (Field || !isAsked) throw refusal;
        const [field] = await Promise.all([import('./CodeField.svelte'), speakAlso('security')]);
        Field = field.default;
        return false;
      }
    },
  };
}
