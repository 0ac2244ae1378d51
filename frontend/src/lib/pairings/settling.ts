import { SettleCommitmentDoc, mutate, type CommitmentFieldsFragment } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';

type Outcome = CommitmentFieldsFragment['outcome'];

/** Says what came of a commitment; it can be taken back. */
export async function settle(
  commitment: CommitmentFieldsFragment,
  outcome: Outcome,
  reason?: string,
) {
  const before = { outcome: commitment.outcome, reason: commitment.reason };
  const input = { commitment: commitment.id, outcome, reason };
  if (!(await attempt(() => mutate(SettleCommitmentDoc, { input })))) return;
  toasts.say(t('commitment-toast', { outcome }), {
    action: {
      label: t('undo'),
      run: () =>
        void attempt(() =>
          mutate(SettleCommitmentDoc, { input: { commitment: commitment.id, ...before } }),
        ),
    },
  });
}
