/** Which of the sheets of the strip is open: a key opens them as a button does. */
export const signalSheets = $state<{ open: '' | 'timer' | 'message' }>({ open: '' })
