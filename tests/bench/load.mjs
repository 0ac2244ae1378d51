// Load on a server by wrk, with what it cost the server.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const script = join(import.meta.dirname, 'load.lua');
const TICKS_PER_SECOND = 100;

/** What a process has used: CPU time in ms, memory in MB. */
export function usage(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  const kib = Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]);
  return {
    cpuMs: ((user + system) * 1000) / TICKS_PER_SECOND,
    memoryMb: kib / 1024,
  };
}

/**
 * Asks `asks` ({cookie, body}, in turn) over so many connections for so long. Throws when one is refused or
 * broken: a figure of failures is no figure.
 */
export async function load(server, { path, asks, connections, seconds, kind = 'read' }, folder) {
  const file = join(folder, 'asks.tsv');
  const lines = asks.map(({ cookie, body }) => `${cookie}\t${JSON.stringify(body)}`);
  writeFileSync(file, [server.origin, kind, ...lines].join('\n') + '\n');
  const before = usage(server.pid);
  const wrk = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '-s', script];
  const { stdout, stderr } = await promisify(execFile)('wrk', [
    ...wrk,
    server.origin + path,
    '--',
    file,
  ]);
  const result = JSON.parse(stdout.match(/RESULT (.*)/)[1]);
  if (result.refused + result.broken > 0) {
    throw new Error(
      `${path}: ${result.refused} refused, ${result.broken} broken of ${result.requests}\n${stderr}`,
    );
  }
  const cpuMs = usage(server.pid).cpuMs - before.cpuMs;
  return {
    perSecond: result.requests / result.seconds,
    p50: result.p50,
    p99: result.p99,
    cpuMs: cpuMs / result.requests,
  };
}
