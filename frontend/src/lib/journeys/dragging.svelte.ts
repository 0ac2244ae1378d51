import type { PlannedItem } from './days';

/** What is dragged from one day to another, and over which day it is held. */
export class Dragging {
  line = $state.raw<PlannedItem>();
  over = $state<string>();

  end() {
    this.line = undefined;
    this.over = undefined;
  }
}
