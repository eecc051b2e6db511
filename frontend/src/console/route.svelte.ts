export type Tab = 'prepare' | 'run' | 'minutes'

/** Where in the console one is; the step is empty where the screen chooses it. */
export type Route =
  | { page: 'library' }
  | { page: 'new' }
  | { page: 'people' }
  | { page: 'me' }
  | { page: 'promises' }
  | { page: 'workshop'; id: string; tab: Tab; step: string }

const tabs: readonly string[] = ['prepare', 'run', 'minutes'] satisfies Tab[]

export function parse(hash: string): Route {
  const [, page, id = '', tab = '', step = ''] = hash.replace(/^#/, '').split('/')
  if (page === 'new' || page === 'people' || page === 'me' || page === 'promises') return { page }
  if (page === 'w' && id !== '') return { page: 'workshop', id, tab: isTab(tab) ? tab : 'run', step }
  return { page: 'library' }
}

const isTab = (tab: string): tab is Tab => tabs.includes(tab)

/** The address of a part of a workshop, to be used in links. */
export function address(id: string, tab: Tab, step = ''): string {
  return `#/w/${id}/${tab}${step === '' ? '' : `/${step}`}`
}

class Router {
  #route = $state.raw<Route>(parse(location.hash))

  constructor() {
    addEventListener('hashchange', () => (this.#route = parse(location.hash)))
  }

  get route(): Route {
    return this.#route
  }

  go(hash: string): void {
    location.hash = hash
  }
}

export const router = new Router()
