/** `1 fichier`, `3 fichiers`; in French zero is singular as well. */
export const count = (number: number, one: string, many: string): string => `${number} ${number < 2 ? one : many}`
