/** The words of a draft. */
export interface Words {
  title: string;
  body: string;
}

/** As this device keeps it: from which version of the server's it went on, and whether it has more. */
export interface OnDevice extends Words {
  version: number;
  isAhead: boolean;
}

export interface OnServer extends Words {
  version: number;
}

export type Outcome =
  | { take: 'nothing' }
  | { take: 'device'; version: number }
  | { take: 'server' }
  /** Both changed: the person chooses. */
  | { take: 'both' };

const sameWords = (one: Words, other: Words) =>
  one.body === other.body && one.title === other.title;

/** Which text to go on with, when this device and the server may both hold one. Loses neither. */
export function reconciled(device: OnDevice | undefined, server: OnServer | undefined): Outcome {
  if (!device) return server ? { take: 'server' } : { take: 'nothing' };
  if (!server) {
    // Kept there before and gone now: it was sent or discarded elsewhere, unless more was written here.
    const isGone = device.version > 0 && !device.isAhead;
    return isGone ? { take: 'nothing' } : { take: 'device', version: 0 };
  }
  if (sameWords(device, server)) return { take: 'server' };
  if (device.version === server.version) return { take: 'device', version: server.version };
  return device.isAhead ? { take: 'both' } : { take: 'server' };
}
