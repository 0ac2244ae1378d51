/** Whether the server can be reached, as far as this browser knows. */
class Connection {
  #online = $state(typeof navigator === 'undefined' || navigator.onLine);
  #socketLost = $state(false);

  get isLost() {
    return !this.#online || this.#socketLost;
  }

  lost() {
    this.#socketLost = true;
  }

  reached() {
    this.#socketLost = false;
    this.#online = true;
  }

  /** Follows the browser's own notice of the network. Returns how to stop. */
  watch() {
    const update = () => (this.#online = navigator.onLine);
    addEventListener('online', update);
    addEventListener('offline', update);
    return () => {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    };
  }
}

export const connection = new Connection();
