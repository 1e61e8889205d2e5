/** What ComfyUI's server delivers beside its page, as `/scripts/app.js`. Its shape: `page.ts`. */
declare module 'comfyui/app' {
  export const app: unknown
}

/** The same for `/scripts/api.js`. */
declare module 'comfyui/api' {
  export const api: unknown
}

/** All styles of the build as one text; put in by `vite.pack.config.ts`. */
declare const __STUDIO_STYLES__: string
