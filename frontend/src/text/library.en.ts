import { plural } from './plural'
import type { library as czech } from './library.cs'

const workshops = (n: number) => plural('en', n, { one: '# workshop', other: '# workshops' })

/** The list of all workshops. */
export const library: typeof czech = {
  title: { facilitator: 'My workshops', coordinator: 'Library of workshops' },
  search: 'Search the records',
  searchHint: 'Accents and capitals make no difference. Words in quotation marks are looked for as they stand.',
  unapproved: (n: number) =>
    plural('en', n, {
      one: '# workshop has ended without approved minutes.',
      other: '# workshops have ended without approved minutes.',
    }),
  showThem: 'Show',
  programme: 'Programme',
  group: 'Working group',
  state: 'Workshop',
  minutesState: 'Minutes',
  minutesChoices: { draft: 'draft', approved: 'approved', published: 'published' },
  minutesStates: {
    draft: () => 'minutes: draft',
    approved: (version: number) => `minutes: approved, version ${version}`,
    published: (version: number) => `minutes: published, version ${version}`,
  },
  rehearsal: 'rehearsal',
  order: 'Sort',
  orders: { newest: 'newest first', oldest: 'oldest first' },
  all: 'all',
  anyState: 'any',
  found: (n: number) => (n === 0 ? 'There is nothing like that.' : workshops(n)),
  clear: 'Clear search and filters',
  places: {
    head: 'head',
    heading: 'heading',
    topic: 'topic',
    idea: 'idea',
    effect: 'effect',
    cause: 'cause',
    text: 'text',
    decision: 'decision',
    task: 'task',
  },
  pages: 'Pages',
  page: (n: number, of: number) => `Page ${n} of ${of}`,
  previous: 'Previous',
  next: 'Next',
  minutes: 'Minutes',
  minutesOf: (title: string) => `Minutes: ${title}`,
  select: (title: string) => `Select for download: ${title}`,
  selected: (n: number) => `Selected: ${workshops(n)}`,
  selectPage: 'Select all on the page',
  unselect: 'Clear the selection',
  formats: 'Formats',
  fileHint:
    'The workshop file (JSON) is the whole record, with names and ballots one by one. It does not belong on a website.',
  download: 'Download as ZIP',
  actions: (title: string) => `What to do with the workshop ${title}`,
  downloadAs: (format: string) => `Download: ${format}`,
  remove: 'Remove the workshop',
  removeAsk: 'Remove the whole workshop?',
  removeWhat:
    'It disappears for everybody, with its minutes and public link. For thirty days you can bring it back, then it is deleted.',
  removeType: (title: string) => `To confirm, type its name: ${title}`,
  removeOpen: 'The workshop is open. End it or shut its doors first.',
  removed: (title: string) => `Removed: ${title}`,
  trash: 'Removed workshops',
  trashLead: 'They can be brought back for thirty days.',
  trashNone: 'No removed workshop is here.',
  backToAll: 'Back to all workshops',
  restore: 'Bring back',
  restoreOf: (title: string) => `Bring the workshop ${title} back`,
}
