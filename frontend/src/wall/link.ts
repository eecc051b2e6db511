/** What the address of a wall says: which workshop, and the secret that opens
 * its wall; the secret is empty once it was used. */
export interface WallLink {
  workshop: string
  token: string
}

/** Reads "#W.TOKEN" or "#W"; undefined where it names no workshop. */
export function parseLink(hash: string): WallLink | undefined {
  const [, workshop, token = ''] = /^#([a-z2-7]{26})(?:\.([\w-]+))?$/.exec(hash) ?? []
  return workshop === undefined ? undefined : { workshop, token }
}
