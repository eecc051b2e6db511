/** What else happens while a sheet is open: the phone lets its Back button close it. */
export const sheets: { opened?: (close: () => void) => () => void } = {}
