import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const server = process.env.INTERLUDE_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [sveltekit()],
  build: { target: 'es2022', cssTarget: ['chrome123', 'firefox128', 'safari17.5'] },
  server: { proxy: { '/graphql': { target: server, ws: true }, '/files': server } },
});
