import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** A server started by hand, for `npm run dev -w packages/studio`. */
const SERVER = 'http://127.0.0.1:8190'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue()],
  build: {
    // Current browsers only: the protocol's exact integers need the source text access of JSON.parse anyway.
    target: 'esnext',
    // A data: address would be refused by the server's content security policy for everything but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/lemouf': SERVER } },
})
