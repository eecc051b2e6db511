// The library comes without types.
declare module 'hyphen/cs' {
  const czech: { hyphenateSync: (text: string) => string }
  export default czech
}
declare module 'hyphen/en-gb' {
  const english: { hyphenateSync: (text: string) => string }
  export default english
}
