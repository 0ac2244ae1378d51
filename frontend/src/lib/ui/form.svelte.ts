import { tick } from 'svelte';
import { ApiError, says } from '$lib/api';

/**
 * A form that is sent: `const form = sending(async () => …)`, then `<form onsubmit={form.submit}>`,
 * `error={form.errorOf('email')}` on a field and `form.error` for what is about no field on screen. What is
 * asked with `errorOf('questions.2.words')`, of one in a list, stands among the fields as `questions.*.words`.
 */
export function sending(send: () => Promise<void>, fields: readonly string[] = []) {
  let isBusy = $state(false);
  let failure = $state.raw<unknown>();

  /** `title` of `input.title`, and of one in a list what it is of, too: `questions.2.options`. */
  const failedField = () => {
    const field = failure instanceof ApiError ? failure.field : undefined;
    return field?.match(/\w+\.\d+\.\w+$/)?.[0] ?? field?.split('.').at(-1);
  };

  return {
    get isBusy() {
      return isBusy;
    },
    get error() {
      const field = failedField()?.replace(/\.\d+\./, '.*.');
      if (failure === undefined || (field && fields.includes(field))) return undefined;
      return says(failure);
    },
    errorOf(field: string) {
      return failedField() === field ? says(failure) : undefined;
    },
    async submit(event: SubmitEvent) {
      event.preventDefault();
      if (isBusy) return;
      const form = event.currentTarget as HTMLElement | null;
      isBusy = true;
      failure = undefined;
      try {
        await send();
      } catch (refusal) {
        failure = refusal;
        // What is wrong may stand where the button that was pressed is far away.
        await tick();
        form?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
      } finally {
        isBusy = false;
      }
    },
  };
}
