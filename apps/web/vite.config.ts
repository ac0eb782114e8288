import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const apiOrigin = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;

/** In development the three pages answer at the addresses they have on the real server. */
function pageAddresses(): Plugin {
  const pages = { '/staff': '/staff.html', '/setup': '/setup.html', '/': '/index.html' };
  return {
    name: 'page-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '/').split('?')[0] ?? '/';
        const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
        if (wantsPage && !path.includes('.')) {
          const entry = Object.entries(pages).find(([address]) => path === address || path.startsWith(`${address}/`));
          request.url = entry?.[1] ?? '/index.html';
        }
        next();
      });
    },
  };
}

export default defineConfig({
  root: here('.'),
  appType: 'mpa',
  plugins: [react(), pageAddresses()],
  server: {
    proxy: {
      '/api': { target: apiOrigin },
      '/health': { target: apiOrigin },
      '/socket.io': { target: apiOrigin, ws: true },
    },
  },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    // Nothing is inlined as data: addresses, so the content policy can stay at 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { member: here('index.html'), staff: here('staff.html'), setup: here('setup.html') },
      output: {
        codeSplitting: {
          // Few files on a slow line: what every entry needs is two of them, whatever the imports look like.
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|wouter|regexparam|use-sync-external-store|@tanstack[\\/](react-query|query-core))[\\/]/,
              priority: 3,
            },
            { name: 'member-parts', test: /apps[\\/]web[\\/]src[\\/]member[\\/]/, priority: 1, minShareCount: 2 },
            {
              name: 'shared',
              test: /apps[\\/]web[\\/]src[\\/]shared[\\/](?!messages[\\/](en|hi))|packages[\\/]core/,
              priority: 2,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});
