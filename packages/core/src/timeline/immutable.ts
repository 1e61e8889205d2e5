/** Read only to its depths. Numbers, strings and their brands stay what they are. */
export type Immutable<T> = T extends string | number | boolean | null | undefined ? T : { readonly [K in keyof T]: Immutable<T[K]> }
