import { type Browser, expect, type Page, test } from '@playwright/test'
import { person, phoneSize } from './people'
import { Facilitator } from './preparing'
import { Program } from './program'

/** A bad line in a village hall, and a phone a quarter as fast as this machine. */
const slow = { kilobits: 400, roundTrip: 400, cpu: 4 }
const times = 5

/** What one visit cost; times in milliseconds from the request for the page. */
interface Visit {
  painted: number
  usable: number
  shifted: number
  kilobytes: number
}

test('first load on a slow network and a slow phone', async ({ browser }) => {
  const program = new Program()
  await program.start()
  try {
    const workshop = await (await Facilitator.first(program)).workshop()
    await workshop.goToNew('ASOCIACE', ['Papíry', 'Doprovázení'])
    const { url } = await workshop.door()
    const scanned = new URL(url).hash
    print('join page', await visits(browser, program.origin, 'Kód z plátna'))
    print('code scanned, first step', await visits(browser, `${program.origin}/${scanned}`, 'Váš podnět'))
  } finally {
    await program.remove()
  }
})

async function visits(browser: Browser, address: string, field: string): Promise<Visit[]> {
  const all: Visit[] = []
  for (let i = 0; i < times; i++) {
    const phone = await person(browser, phoneSize)
    all.push(await visit(phone, address, field))
    await phone.context().close()
  }
  return all
}

async function visit(phone: Page, address: string, field: string): Promise<Visit> {
  const device = await phone.context().newCDPSession(phone)
  await device.send('Network.enable')
  const throughput = (slow.kilobits * 1000) / 8
  await device.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.roundTrip,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  await device.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu })
  let bytes = 0
  device.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await phone.goto(address, { waitUntil: 'commit' })
  await expect(phone.getByLabel(field)).toBeVisible({ timeout: 60_000 })
  const seen = await phone.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    usable: performance.now(),
    shifted: 0,
  }))
  const shifted = await phone.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0))
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))
      }),
  )
  return { ...seen, shifted, kilobytes: bytes / 1024 }
}

function print(what: string, all: Visit[]): void {
  const median = (of: keyof Visit) => all.map((visit) => visit[of]).sort((a, b) => a - b)[times >> 1]!
  console.log(
    `${what}: painted ${median('painted').toFixed(0)} ms, usable ${median('usable').toFixed(0)} ms, ` +
      `${median('kilobytes').toFixed(0)} KB until then, layout shift ${median('shifted').toFixed(3)} ` +
      `(median of ${times}; ${slow.kilobits} kbit/s, ${slow.roundTrip} ms, ${slow.cpu}× slower CPU)`,
  )
}
