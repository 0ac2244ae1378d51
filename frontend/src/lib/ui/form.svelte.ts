import { ApiError, says } from '$lib/api';

/**
 * A form that is sent: `const form = sending(async () => …)`, then `<form onsubmit={form.submit}>`,
 * `error={form.errorOf('email')}` on a field and `form.error` for what is about no field on screen.
 */
export function sending(send: () => Promise<void>, fields: readonly string[] = []) {
  let isBusy = $state(false);
  let failure = $state.raw<unknown>();

  const failedField = () =>
    failure instanceof ApiError ? failure.field?.split('.').at(-1) : undefined;

  return {
    get isBusy() {
      return isBusy;
    },
    get error() {
      const field = failedField();
      if (failure === undefined || (field && fields.includes(field))) return undefined;
      return says(failure);
    },
    errorOf(field: string) {
      return failedField() === field ? says(failure) : undefined;
    },
    async submit(event: SubmitEvent) {
      event.preventDefault();
      if (isBusy) return;
      isBusy = true;
      failure = undefined;
      try {
        await send();
      } catch (refusal) {
        failure = refusal;
      } finally {
        isBusy = false;
      }
    },
  };
}
