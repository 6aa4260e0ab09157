import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The site. `vite build` writes dist/web, which the server sends with a nonce of its own in place of `__CSP_NONCE__`.
 * `vite build --mode design` adds the page /design with every component on invented data; the ordinary build has no trace of it.
 */
export default defineConfig({
  plugins: [react()],
  // The same file of the library as Node loads: its other one has no default export.
  resolve: { alias: { rrule: 'rrule/dist/es5/rrule.js' } },
  publicDir: fileURLToPath(new URL('src/platform/ui/public', import.meta.url)),
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: ['chrome109', 'firefox115'],
    cssTarget: ['chrome109', 'firefox115'],
    // The content security policy has no data: for fonts and scripts, and small files are cheap over one connection.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
