import { expect } from '@playwright/test'
import { test } from './fixtures'
import { barriers, sticksOut } from './looking'

test('people agree with ideas of others, and how many did is told when the step closes', async ({
  browser,
  facilitator,
}) => {
  const { program } = facilitator
  const workshop = await facilitator.workshop()
  const step = await workshop.goToNew('POTŘEBY', ['Víc lůžek', 'Méně papírů'])
  const desk = await (await facilitator.browser(browser)).newPage()
  await desk.goto(`${program.origin}/console#/w/${workshop.id}/prepare/${step}`)
  await desk.getByLabel('Lidé můžou souhlasit s podněty ostatních').check()

  const hers = await workshop.phone(browser)
  const his = await workshop.phone(browser)
  await hers.getByLabel('Váš podnět').fill('Kratší čekání')
  await hers.getByRole('button', { name: 'Odeslat', exact: true }).click()
  await expect(his.getByText('Kratší čekání')).toBeVisible()
  await expect(hers.getByRole('button', { name: 'Souhlasím: Víc lůžek' })).toBeVisible()
  await expect(hers.getByRole('button', { name: 'Souhlasím: Kratší čekání' })).toHaveCount(0)

  const agree = his.getByRole('button', { name: 'Souhlasím: Kratší čekání' })
  await agree.click()
  await expect(agree).toHaveAttribute('aria-pressed', 'true')
  await agree.click()
  await expect(agree).toHaveAttribute('aria-pressed', 'false')
  await agree.click()
  await expect(his.getByText('odesílá se')).toHaveCount(0)
  expect(await barriers(his)).toEqual([])
  await expect.poll(() => sticksOut(his)).toEqual([])
  await his.reload()
  await expect(agree).toHaveAttribute('aria-pressed', 'true')
  await expect(hers.getByText(/souhlasí \d/)).toHaveCount(0)

  await workshop.close(step)
  for (const phone of [hers, his]) await expect(phone.getByText('souhlasí 1 další')).toBeVisible()

  await workshop.go(step)
  const wall = await workshop.wall(browser)
  await expect
    .poll(async () => (await wall.innerText('main')).replaceAll('\u00ad', ''))
    .toMatch(/souhlasí 1\sdalší/)
  await expect(his.getByLabel('Váš podnět')).toBeVisible()
  await expect(his.getByRole('button', { name: 'Souhlasím: Kratší čekání' })).toHaveCount(0)
  await desk.goto(`${program.origin}/console#/w/${workshop.id}/run`)
  await expect(desk.getByText('souhlasí 1 další')).toBeVisible()
})
