// Starts an identity provider beside a journey, and always stops it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SECRET } from './secret.mjs';

const PROGRAM = join(import.meta.dirname, 'main.mjs');
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export class IdentityProvider {
  client = { clientId: 'interlude', clientSecret: SECRET };
  #child;

  static async open(name) {
    const provider = new IdentityProvider();
    const child = spawn(process.execPath, [PROGRAM, '--name', name], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    provider.#child = child;
    [provider.issuer] = await once(createInterface(child.stdout), 'line');
    return provider;
  }

  /** As a server names whom it may ask. */
  get place() {
    return new URL(this.issuer).host;
  }

  /** What it is to do from now on: see `main.mjs`. */
  async told(what) {
    const answer = await fetch(`${this.issuer}/control`, {
      method: 'POST',
      body: JSON.stringify(what),
    });
    if (!answer.ok) throw new Error(`the provider did not: ${await answer.text()}`);
    return answer.json();
  }

  /** Somebody signs in on its page, wherever that leads. */
  async letsIn(person, account) {
    await person.isAt(/^\/interaction\//);
    await person.fills('Account', account);
    await person.clicks('Continue');
  }

  close() {
    this.#child.kill();
  }
}
