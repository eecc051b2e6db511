/** A receipt as people read and copy it, on one line: 4821 9930 1174. */
export const spacedReceipt = (receipt: string): string => receipt.replace(/(.{4})(?=.)/g, '$1\u00a0')
