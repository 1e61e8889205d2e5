import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

/** A server started by hand, for `npm run dev -w packages/studio`. */
const SERVER = 'http://127.0.0.1:8190'

/** Nothing is painted before the script has run, which knows the theme: no flash of the other one. Vite leaves out what it does not know of a script. */
const themeFirst: Plugin = {
  name: 'theme-first',
  transformIndexHtml: { order: 'post', handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"') },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue(), themeFirst],
  build: {
    // Current browsers only: the protocol's exact integers need the source text access of JSON.parse anyway.
    target: 'esnext',
    // A data: address would be refused by the server's content security policy for everything but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One page, mostly from the same machine: parts that could be missing after an update would cost more than they save. It is 1.5 MB, and 0.5 MB compressed; more is worth a look at what came in.
    chunkSizeWarningLimit: 1600,
  },
  server: { proxy: { '/lemouf': SERVER } },
})
