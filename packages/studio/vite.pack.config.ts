import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

const PLACEHOLDER = '__STUDIO_STYLES__'

/** Modules of ComfyUI's own server, by the names that our sources have for them. */
const SCRIPTS = { 'comfyui/app': '/scripts/app.js', 'comfyui/api': '/scripts/api.js' }

/** Puts the styles into the module as a text, in place of a name that stands for them: ComfyUI loads no CSS of extensions, and these belong into a shadow root. */
function stylesWithin(): Plugin {
  return {
    name: 'styles-within',
    // After Vite has made the stylesheet.
    enforce: 'post',
    generateBundle(_options, bundle) {
      const styles = Object.values(bundle).flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [file] : []))
      const css = styles.map(({ source }) => (typeof source === 'string' ? source : new TextDecoder().decode(source))).join('\n')
      for (const { fileName } of styles) delete bundle[fileName]
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = file.code.replaceAll(PLACEHOLDER, () => JSON.stringify(css))
    },
  }
}

/** The web extension of the node pack: one module, readable, as ComfyUI imports every module it finds and the registry's scanners refuse minified ones. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [vue(), stylesWithin()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'esnext',
    outDir: '../../comfyui/web',
    emptyOutDir: false,
    minify: false,
    cssMinify: false,
    cssCodeSplit: false,
    lib: { entry: 'src/comfy-page/main.ts', formats: ['es'], fileName: () => 'lemouf-studio.js' },
    rolldownOptions: { external: Object.keys(SCRIPTS), output: { codeSplitting: false, paths: SCRIPTS } },
  },
})
