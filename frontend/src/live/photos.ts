import type { Photo } from '../api/types'

/** Where the bytes of a photo are; they never change. */
export const photoAt = (workshop: string | undefined, photo: Photo, as: 'participant' | 'wall' | 'facilitator') =>
  `/api/workshops/${workshop}/photos/${photo.hash}?as=${as}`
