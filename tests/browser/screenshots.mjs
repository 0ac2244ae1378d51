import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../target/screenshots');
mkdirSync(FOLDER, { recursive: true });

/** Takes those of the last run away. */
export function clearScreenshots() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
}

/** Where the picture of this name is put. */
export const screenshot = (name) =>
  join(FOLDER, `${name.replace(/\W+/g, ' ').trim().replaceAll(' ', '-').slice(0, 80)}.png`);
