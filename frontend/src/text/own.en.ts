import type { OwnWords } from './own.cs'

export const en = {
  mine: 'What I wrote',
  edit: 'Edit',
  save: 'Save',
  cancel: 'Leave it',
  remove: 'Remove',
  undo: 'Undo',
  removed: 'Removed',
  reworded: 'The facilitator reworded it.',
  stands: 'The group works with it already. The facilitator can correct it.',
  again: 'Send again',
  discard: 'Discard',
  keepMine: 'Replace it with mine',
  keepTheirs: 'Keep what stands there',
  yours: 'You wrote:',
  standsNow: (text: string) => `It now says: ${text}`,
  editing: 'New wording',
  savedAloud: 'Saved.',
} satisfies OwnWords
