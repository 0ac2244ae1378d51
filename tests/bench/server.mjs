// Programs under measure: started on a port of their own, asked, and always stopped.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../run/free-port.mjs';

const BINARY = join(import.meta.dirname, '../../target/release/interlude');
const EXAMPLES = join(import.meta.dirname, '../../target/release/examples');
const PATIENCE_MS = 60_000;
const running = new Set();

process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

/** One organisation's data, on which commands and servers run. */
export function organisation(folder, databaseUrl) {
  const env = {
    ...process.env,
    INTERLUDE_DATA_DIR: folder,
    ...(databaseUrl && { INTERLUDE_DATABASE_URL: databaseUrl }),
    INTERLUDE_LOG_LEVEL: 'warn',
    // One machine plays everybody here; nobody else is kept waiting by it.
    INTERLUDE_REQUESTS_PER_SECOND: '0',
    INTERLUDE_SOCKETS_PER_PERSON: '0',
  };
  return {
    run: (...args) => execFileSync(BINARY, args, { env, stdio: ['ignore', 'pipe', 'inherit'] }),
    async serve() {
      const port = await freePort();
      const origin = `http://127.0.0.1:${port}`;
      const args = ['serve', '--demo', '--listen', `127.0.0.1:${port}`, '--public-url', origin];
      return start(BINARY, args, {
        env,
        origin,
        ask: '/health/ready',
        log: join(folder, 'server.log'),
      });
    },
  };
}

export async function floor(folder) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  return start(join(EXAMPLES, 'floor'), [`${port}`], {
    origin,
    ask: '/',
    log: join(folder, 'floor.log'),
  });
}

/** Does something that reaches 10,000 people, in an organisation of its own, and returns the report. */
export function reaching(everybody, databaseUrl) {
  const { TEST_DATABASE_URL: _, ...env } = process.env;
  const output = execFileSync(join(EXAMPLES, everybody), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: databaseUrl ? { ...env, TEST_DATABASE_URL: databaseUrl } : env,
  });
  return JSON.parse(output.toString());
}

/** Puts people together, so many at a time, and returns a report of each. */
export function pairs() {
  const output = execFileSync(join(EXAMPLES, 'pairs'), { stdio: ['ignore', 'pipe', 'inherit'] });
  return output
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Runs the fan-out client by its plan and returns its report. */
export async function fanout(plan) {
  const child = spawn(join(EXAMPLES, 'fanout'), [JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  const [code] = await once(child, 'close');
  running.delete(child);
  if (code !== 0) throw new Error('the fan-out client gave up');
  return JSON.parse(Buffer.concat(said).toString());
}

async function start(program, args, { env, origin, ask, log }) {
  const file = openSync(log, 'w');
  const began = performance.now();
  const child = spawn(program, args, { env, stdio: ['ignore', file, file] });
  running.add(child);
  closeSync(file);
  while (!(await answers(origin + ask))) {
    if (child.exitCode !== null || performance.now() - began > PATIENCE_MS) {
      throw new Error(`${program} did not start:\n${readFileSync(log, 'utf8')}`);
    }
    await new Promise((wake) => setTimeout(wake, 1));
  }
  return {
    origin,
    pid: child.pid,
    startMs: performance.now() - began,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      running.delete(child);
    },
  };
}

function answers(url) {
  return new Promise((resolve) => {
    const request = get(
      url,
      (response) => response.resume() && resolve(response.statusCode === 200),
    );
    request.on('error', () => resolve(false));
  });
}
