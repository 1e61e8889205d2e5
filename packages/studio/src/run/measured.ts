/** What a player says of its film or sound, by its address: the store keeps none of it. */
export interface Measured {
  readonly url: string
  readonly seconds: number | undefined
  readonly width?: number
  readonly height?: number
}
