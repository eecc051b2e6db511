const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * A fresh id: 128 random bits in lower-case base32, 26 characters, the form the
 * server wants for what a client adds. crypto.randomUUID is missing on plain
 * HTTP in a local network, getRandomValues is not.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  let id = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      id += alphabet[(buffer >> bits) & 31]
    }
    buffer &= (1 << bits) - 1
  }
  return id + alphabet[(buffer << (5 - bits)) & 31]
}

/** A fresh receipt of a ballot: twelve random digits, by which a person finds it in the list of all. */
export const newReceipt = (): string =>
  Array.from(crypto.getRandomValues(new Uint16Array(12)), (n) => n % 10).join('')

/** A fresh Idempotency-Key: the same command sent again with it counts once. */
export const newKey = newId
