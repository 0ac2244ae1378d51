// The program as people run it: a server of its own with a demo organisation of its own, always stopped.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lettersIn } from './letters.mjs';
import { freePort } from '../run/free-port.mjs';

const BINARY = process.env.TEST_BINARY ?? join(import.meta.dirname, '../../target/debug/interlude');
const PATIENCE_MS = 30_000;
const standing = new Set();

process.on('exit', () => standing.forEach((house) => house.demolish()));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

export class House {
  #folder = mkdtempSync(join(tmpdir(), 'interlude-journeys-'));
  #server;
  #reached = [];

  /** A house with the demo organisation inside and an open door. */
  static async open() {
    const house = new House();
    standing.add(house);
    house.port = await freePort();
    house.origin = `http://localhost:${house.port}`;
    await house.start();
    return house;
  }

  get #env() {
    return {
      ...process.env,
      INTERLUDE_DATA_DIR: this.#folder,
      INTERLUDE_LISTEN: `127.0.0.1:${this.port}`,
      INTERLUDE_DEMO: 'true',
      INTERLUDE_LOG_LEVEL: 'warn',
      // One machine plays everybody here; nobody else is kept waiting by it.
      INTERLUDE_REQUESTS_PER_SECOND: '0',
      ...(this.#reached.length > 0 && { INTERLUDE_OUTGOING_ALLOWED: this.#reached.join(', ') }),
    };
  }

  /** Runs a command of the program beside the server, and returns what it said. */
  runs(words, typed = '') {
    return execFileSync(BINARY, words, { env: this.#env, input: typed, encoding: 'utf8' });
  }

  /** The path of the first link of this kind in a letter to somebody, as soon as the letter is there. */
  async linkTo(address, kind) {
    const began = Date.now();
    const link = new RegExp(`https?://\\S+(/${kind}/\\S+)`);
    for (;;) {
      const found = lettersIn(join(this.#folder, 'outbox'), address)
        .map((words) => link.exec(words)?.[1])
        .find(Boolean);
      if (found) return found;
      if (Date.now() - began > PATIENCE_MS) throw new Error(`no letter came to ${address}`);
      await pause(50);
    }
  }

  async start() {
    const log = openSync(join(this.#folder, 'server.log'), 'a');
    this.#server = spawn(BINARY, ['serve'], { env: this.#env, stdio: ['ignore', log, log] });
    closeSync(log);
    const began = Date.now();
    while (!(await this.#isReady())) {
      if (this.#server.exitCode !== null || Date.now() - began > PATIENCE_MS) {
        throw new Error(`the server did not start:\n${this.log()}`);
      }
      await pause(20);
    }
  }

  /** Lets the server ask at a place of this machine, too, which it does not by itself. It comes up anew for that. */
  async reaches(place) {
    this.#reached.push(place);
    await this.stop();
    await this.start();
  }

  /** As an operator stops it: what is under way is finished first. */
  async stop() {
    if (this.#server.exitCode !== null) return;
    this.#server.kill('SIGTERM');
    await once(this.#server, 'exit');
  }

  async close() {
    await this.stop();
    this.demolish();
  }

  demolish() {
    this.#server?.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
    standing.delete(this);
  }

  /** The last the server had to say. */
  log() {
    return readFileSync(join(this.#folder, 'server.log'), 'utf8').split('\n').slice(-12).join('\n');
  }

  async #isReady() {
    const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`).catch(() => undefined);
    return answer?.ok ?? false;
  }
}
