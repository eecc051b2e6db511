/** A screen that is fetched apart. What came once is kept, what failed can be tried again. */
export class Screen<C> {
  readonly #load: () => Promise<{ default: C }>
  #coming: Promise<C> | undefined
  ready: C | undefined

  constructor(load: () => Promise<{ default: C }>) {
    this.#load = load
  }

  fetch(): Promise<C> {
    return (this.#coming ??= this.#load().then(
      (module) => (this.ready = module.default),
      (error: unknown) => {
        this.#coming = undefined
        throw error
      },
    ))
  }
}

/**
 * Screens that are fetched apart, so that the first load stays small
 * (docs: design, "Phones first"). All of them are fetched as soon as the first
 * screen stands: a phone that loses the network later already has them.
 */
export const later = {
  // First, for it sets the words of the screen that stands already.
  hyphenated: new Screen(() => import('../parts/Hyphenated.svelte')),
  agree: new Screen(() => import('./Agree.svelte')),
  agreed: new Screen(() => import('./Agreed.svelte')),
  allow: new Screen(() => import('../parts/AllowNotice.svelte')),
  ballot: new Screen(() => import('./Ballot.svelte')),
  ended: new Screen(() => import('./Ended.svelte')),
  fishbone: new Screen(() => import('./Fishbone.svelte')),
  ideas: new Screen(() => import('./IdeaList.svelte')),
  lobby: new Screen(() => import('./Lobby.svelte')),
  menu: new Screen(() => import('./Menu.svelte')),
  kept: new Screen(() => import('./Kept.svelte')),
  lookBack: new Screen(() => import('./LookBack.svelte')),
  message: new Screen(() => import('./Message.svelte')),
  signals: new Screen(() => import('./Signals.svelte')),
  pasted: new Screen(() => import('./Pasted.svelte')),
  photos: new Screen(() => import('./Photos.svelte')),
  parts: new Screen(() => import('./Parts.svelte')),
  watching: new Screen(() => import('./Watching.svelte')),
  own: new Screen(() => import('./MyList.svelte')),
  refused: new Screen(() => import('./Refused.svelte')),
  leading: new Screen(() => import('./Leading.svelte')),
  left: new Screen(() => import('./LeftDrafts.svelte')),
  propose: new Screen(() => import('./Propose.svelte')),
  results: new Screen(() => import('./Results.svelte')),
  topic: new Screen(() => import('./TopicScreen.svelte')),
  topics: new Screen(() => import('./TopicList.svelte')),
  workshop: new Screen(() => import('./WorkshopScreen.svelte')),
  written: new Screen(() => import('../parts/Written.svelte')),
}

/** Fetches all screens in advance. One that fails is fetched when it is needed. */
export async function fetchAhead(): Promise<void> {
  await Promise.allSettled(Object.values(later).map((screen) => screen.fetch()))
}
