import {
  MoveStepDoc,
  PauseJourneyDoc,
  ResumeJourneyDoc,
  RunItemNowDoc,
  SkipItemDoc,
  UndoItemDoc,
  WithdrawJourneyDoc,
  mutate,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { momentThere } from '$lib/sessions/when';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';
import type { PlannedItem } from './days';

type Journey = { id: string; name: string };
const titleOf = ({ step }: PlannedItem) => step?.title ?? t('step-gone');

/**
 * What is done to plans, which count by the clocks of `zone`. `told` runs after each, for what hangs on
 * it elsewhere.
 */
export function planActs(zone: () => string, told: () => void) {
  async function move(line: PlannedItem, to: string) {
    const { journey, item, step } = line;
    if (!step) return;
    const before = item.dueAt;
    const input = { journey: journey.id, step: step.key, to };
    if (!(await attempt(() => mutate(MoveStepDoc, { input })))) return;
    told();
    const when = momentThere(zone(), to);
    toasts.say(t('step-moved', { title: titleOf(line), when }), {
      action: {
        label: t('undo'),
        run: () => void moveBack({ ...input, to: before }),
      },
    });
  }

  async function moveBack(input: { journey: string; step: string; to: string }) {
    await attempt(() => mutate(MoveStepDoc, { input }));
    told();
  }

  async function pause(journey: Journey, paused: boolean) {
    const input = { journey: journey.id };
    const done = await attempt<unknown>(() =>
      paused ? mutate(PauseJourneyDoc, { input }) : mutate(ResumeJourneyDoc, { input }),
    );
    if (!done) return;
    told();
    const { name } = journey;
    toasts.say(
      paused ? t('journey-paused-toast', { name }) : t('journey-resumed-toast', { name }),
      {
        action: { label: t('undo'), run: () => void pause(journey, !paused) },
      },
    );
  }

  /** It cannot be undone: throws what the server refuses. */
  async function withdraw(journey: Journey) {
    await mutate(WithdrawJourneyDoc, { input: { journey: journey.id } });
    told();
    toasts.say(t('journey-withdrawn-toast', { name: journey.name }));
  }

  async function skip(line: PlannedItem) {
    for (const { id } of line.items) {
      if (!(await attempt(() => mutate(SkipItemDoc, { input: { item: id } })))) return told();
    }
    told();
    toasts.say(t('item-skipped-toast', { title: titleOf(line) }), {
      action: { label: t('undo'), run: () => void undo(line) },
    });
  }

  async function undo(line: PlannedItem) {
    for (const { id } of line.items) {
      if (!(await attempt(() => mutate(UndoItemDoc, { input: { item: id } })))) break;
    }
    told();
  }

  async function runNow(line: PlannedItem) {
    for (const { id } of line.items) {
      if (!(await attempt(() => mutate(RunItemNowDoc, { input: { item: id } })))) return told();
    }
    told();
    toasts.say(t('item-run-toast', { title: titleOf(line) }));
  }

  return { move, pause, withdraw, skip, undo, runNow };
}

export type PlanActs = ReturnType<typeof planActs>;
