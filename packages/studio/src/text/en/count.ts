const numbers = new Intl.NumberFormat('en')

/** `1 file`, `3 files`. */
export const count = (number: number, one: string, many: string): string => `${numbers.format(number)} ${number === 1 ? one : many}`
