/** What the shell has open. Other parts ask it to open things: `shell.openPalette()`. */
class Shell {
  isPaletteOpen = $state(false);
  isSheetOpen = $state(false);
  isSwitcherOpen = $state(false);
  #opener: HTMLElement | null = null;

  get opener() {
    return this.#opener;
  }

  openPalette() {
    this.#opener = document.activeElement as HTMLElement | null;
    this.isPaletteOpen = true;
  }

  openSheet() {
    this.#opener = document.activeElement as HTMLElement | null;
    this.isSheetOpen = true;
  }
}

export const shell = new Shell();
