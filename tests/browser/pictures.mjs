// Takes the pictures of the README from the demo organisation. Usage: node pictures.mjs
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser } from './browser.mjs';
import { Cast } from './cast.mjs';
import { House } from './house.mjs';
import { settled } from './access.mjs';
import { COHORT, findsConversation } from './pages/conversation.mjs';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');
const QUESTION = 'How do I tell resistance from a reasonable objection?';

mkdirSync(FOLDER, { recursive: true });
const house = await House.open();
const cast = new Cast(house);
const priya = await cast.person('priya-raman');
// The community that one was in last stands in the rail.
await priya.opens(`/c/${COHORT}`);
await take('today', '/today');
await take('thread', (await findsConversation(priya, QUESTION)).path);
await cast.leave();
await house.close();
await closeBrowser();

async function take(name, path) {
  await priya.opens(path);
  await priya.page.waitForLoadState('networkidle');
  await settled(priya.page);
  const file = join(FOLDER, `${name}.png`);
  await priya.page.screenshot({ path: file });
  console.log(file);
}
