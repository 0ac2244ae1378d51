import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    // The server finds the one inline script of index.html and allows it by hash: no <meta> policy here.
    adapter: adapter({
      pages: 'build',
      assets: 'build',
      fallback: 'index.html',
      precompress: true,
    }),
    version: { pollInterval: 5 * 60_000 },
    serviceWorker: { register: false },
  },
};
