/** The day the accessibility statement was last looked over. */
export const reviewed = '2026-11-22'
