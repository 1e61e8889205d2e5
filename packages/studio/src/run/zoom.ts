/** CSS pixels, or pixels of a picture. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** CSS pixels from the middle of the room. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** How a picture lies in its room: CSS pixels a picture pixel, and where its middle is. */
export interface Zoom extends Point {
  readonly scale: number
}

const MOST = 16
const LEAST = 0.02

/** The whole picture, as large as the room allows. */
export function fitted(picture: Size, room: Size): Zoom {
  return { scale: Math.min(room.width / picture.width, room.height / picture.height), x: 0, y: 0 }
}

/** A click's step in: a picture's own pixels, or at least twice that where fitting shows as many already. */
export function closer(picture: Size, room: Size, at: Point): Zoom {
  const fit = fitted(picture, room)
  return zoomedTo(fit, fit.scale < 1 ? 1 : Math.max(2, fit.scale * 1.5), at, picture, room)
}

/** Zoomed by a factor, with what is at `at` staying there as far as the picture reaches; never smaller than fitted, or than its own pixels. */
export function zoomedBy(zoom: Zoom, factor: number, at: Point, picture: Size, room: Size): Zoom {
  const least = Math.max(LEAST, Math.min(1, fitted(picture, room).scale))
  return zoomedTo(zoom, Math.min(MOST, Math.max(least, zoom.scale * factor)), at, picture, room)
}

/** Moved by a drag. */
export function panned(zoom: Zoom, by: Point, picture: Size, room: Size): Zoom {
  return within({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, picture, room)
}

function zoomedTo(zoom: Zoom, scale: number, at: Point, picture: Size, room: Size): Zoom {
  const ratio = scale / zoom.scale
  return within({ scale, x: at.x - (at.x - zoom.x) * ratio, y: at.y - (at.y - zoom.y) * ratio }, picture, room)
}

/** How a picture is looked at, whatever its size and its room: how many times the fitted one, and what of it is in the middle of the room, in parts of its width and height from its own middle. */
export interface Look extends Point {
  readonly times: number
}

/** The look that a zoom is, so that other pictures can be looked at in the same way. */
export function lookOf({ scale, x, y }: Zoom, picture: Size, room: Size): Look {
  return { times: scale / fitted(picture, room).scale, x: -x / (picture.width * scale), y: -y / (picture.height * scale) }
}

/** The zoom that a look is for this picture in this room. */
export function zoomOf({ times, x, y }: Look, picture: Size, room: Size): Zoom {
  const scale = fitted(picture, room).scale * times
  return within({ scale, x: -x * picture.width * scale, y: -y * picture.height * scale }, picture, room)
}

/** No room is left empty that the picture could fill; where it is smaller than the room, it is in the middle. */
function within({ scale, x, y }: Zoom, picture: Size, room: Size): Zoom {
  const spareX = Math.max(0, (picture.width * scale - room.width) / 2)
  const spareY = Math.max(0, (picture.height * scale - room.height) / 2)
  return { scale, x: clamp(x, spareX), y: clamp(y, spareY) }
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(-most, value))
