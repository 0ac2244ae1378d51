import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const server = process.env.INTERLUDE_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [sveltekit()],
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // A font or an image inside CSS would be a data: address, which the policy does not allow.
    assetsInlineLimit: 0,
    // What many pages share comes as one file: forty small ones take more bytes and more requests.
    rollupOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'common', test: /src\/lib\/|@lucide/, minShareCount: 10 }],
        },
      },
    },
  },
  server: { proxy: { '/graphql': { target: server, ws: true }, '/files': server } },
});
