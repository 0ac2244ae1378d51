import { LockPairDoc, MoveInPairingDoc, mutate, type BoardRoundFragment } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';
import { wayBack, type Place } from './moving';

type Somebody = { id: string; name: string };

/** Moving people of a proposal by hand: what is dragged, and what it would be dropped on. */
export class BoardDesk {
  dragged = $state.raw<Somebody>();
  over = $state<string>();
  #round: () => BoardRoundFragment;
  #told: () => void;

  constructor(round: () => BoardRoundFragment, told: () => void) {
    this.#round = round;
    this.#told = told;
  }

  get canMove() {
    return this.#round().state === 'PROPOSED';
  }

  end() {
    this.dragged = undefined;
    this.over = undefined;
  }

  async move(person: Somebody, place: Place) {
    const before = this.#round();
    const now = await this.#put(person, place, before.version);
    if (!now) return;
    toasts.say(t('person-moved-toast', { name: person.name }), {
      action: {
        label: t('undo'),
        run: () => {
          const { version } = this.#round();
          void this.#put(person, wayBack(before, this.#round(), person.id), version);
        },
      },
    });
  }

  async #put(person: Somebody, { pair, with: other, waits }: Place, version: number) {
    const input = { round: this.#round().id, version, person: person.id, pair, with: other, waits };
    const done = await attempt(() => mutate(MoveInPairingDoc, { input }));
    // Somebody else moved them meanwhile: what stands there now is shown.
    if (!done) this.#told();
    return done?.moveInPairing;
  }

  async lock(pair: string, locked: boolean) {
    await attempt(() => mutate(LockPairDoc, { input: { pair, locked } }));
  }
}
