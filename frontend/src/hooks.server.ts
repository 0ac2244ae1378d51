import sans from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url';
import serif from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url';
import type { Handle } from '@sveltejs/kit';

const preload = [serif, sans]
  .map((href) => `<link rel="preload" as="font" type="font/woff2" href="${href}" crossorigin />`)
  .join('\n    ');

/** Runs at build time only: the two upright fonts have hashed names that app.html cannot know. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('<link rel="preload-fonts" />', preload),
  });
