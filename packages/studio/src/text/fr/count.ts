const numbers = new Intl.NumberFormat('fr')

/** `1 fichier`, `3 fichiers`; in French zero is singular as well. */
export const count = (number: number, one: string, many: string): string => `${numbers.format(number)} ${number < 2 ? one : many}`
