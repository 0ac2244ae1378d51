interface ToastAction {
  label: string;
  run: () => void;
}

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
  action?: ToastAction;
  /** Undefined: stays until it is dismissed. */
  seconds?: number;
}

type Options = Partial<Pick<Toast, 'tone' | 'action' | 'seconds'>> & { stays?: true };

/** Long enough to read, and to decide that it should be undone. */
const PLAIN_SECONDS = 6;
const ACTION_SECONDS = 10;

class Toasts {
  #next = 1;
  list = $state<Toast[]>([]);

  /** Said twice it stands there once, unless something can be done about each. */
  say(text: string, { tone = 'plain', action, seconds, stays }: Options = {}) {
    const id = this.#next++;
    const given = seconds ?? (action || tone === 'problem' ? ACTION_SECONDS : PLAIN_SECONDS);
    const others = this.list.filter((toast) => toast.text !== text || toast.action);
    this.list = [
      ...others.slice(-2),
      { id, text, tone, action, seconds: stays ? undefined : given },
    ];
    return id;
  }

  dismiss(id: number) {
    this.list = this.list.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
