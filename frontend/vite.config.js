import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { fluent } from './scripts/fluent.mjs';

const server = process.env.INTERLUDE_SERVER ?? 'http://127.0.0.1:8080';

const NOT_ON_EVERY_PAGE =
  'prompts/|journeys/|sessions/|operations/Session|' +
  'Dialog|LoadedMenu|Sheet|' +
  'Field|TextArea|Select|Checkbox|RadioGroup|form|upload|' +
  'ErrorPage|ConversationRow|Snippet|FilterLinks|Skeleton|rows|QrCode|Wall|SteppedForm|' +
  'ArcP|AvatarStack';

/** Small parts of Today, where most visits begin, that other pages have as well. */
const OF_TODAY =
  'notifications/(things|done|told|words)|identity/zones|i18n/near|' +
  'api/generated/operations/(OwnLive|MarkInboxDone|MarkNoticeDone)';

/**
 * Few files instead of sixty small ones, which take more bytes and more requests: what most pages share,
 * and the shell with the parts that stand on every page of it. Other parts come with the pages that
 * have them.
 */
const fewFiles = {
  name: 'few-files',
  config({ build }) {
    if (build?.ssr) return;
    const codeSplitting = {
      groups: [
        {
          name: 'common',
          test: new RegExp(`src/lib/(?!.*(${NOT_ON_EVERY_PAGE}))|@lucide`),
          minShareCount: 30,
        },
        {
          name: 'shell',
          test: new RegExp(`src/lib/(shell|ui)/(?!.*(${NOT_ON_EVERY_PAGE}))`),
          minShareCount: 2,
        },
        { name: 'today', test: new RegExp(`src/lib/(${OF_TODAY})`), minShareCount: 2 },
      ],
    };
    return { build: { rollupOptions: { output: { codeSplitting } } } };
  },
};

export default defineConfig({
  plugins: [sveltekit(), fluent, fewFiles],
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // A font or an image inside CSS would be a data: address, which the policy does not allow.
    assetsInlineLimit: 0,
    // Few files need no list of them to be fetched ahead; styles must be there before what they style.
    modulePreload: {
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')),
    },
  },
  server: {
    proxy: { '/graphql': { target: server, ws: true }, '/files': server, '/auth': server },
  },
});
