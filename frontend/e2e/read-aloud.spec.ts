import { expect } from '@playwright/test'
import { test } from './fixtures'
import { person, phoneSize } from './people'
import { field, more } from './phone'

// What a screen reader finds: every name, role and state of the screens people
// spend the meeting with, in the order it reads them.

const signals = `
  - complementary:
    - region "Dát vědět":
      - button "Hotovo"
      - button "Hlásím se"`

test('phone and console read aloud: names, roles, states, in order', async ({ browser, workshop }) => {
  const phone = await person(browser, phoneSize)
  const { code, url } = await workshop.door()
  await phone.goto(new URL(url).origin)
  await expect(phone.locator('body')).toMatchAriaSnapshot(`
  - main:
    - heading "Připojte se k jednání" [level=1]
    - text: Kód z plátna
    - paragraph: Šest znaků, na vstupence osm. Na velikosti písmen nezáleží.
    - textbox "Kód z plátna"
    - button "Vstoupit"
    - paragraph: Jméno ani registrace nejsou potřeba.
    - group "Jazyk":
      - radio "Čeština" [checked]
      - radio "English"
    - navigation "O Dílně":
      - link "Prohlášení o přístupnosti"`)

  await phone.getByLabel('Kód z plátna').fill(code)
  await phone.getByRole('button', { name: 'Vstoupit' }).click()
  await expect(phone.getByRole('heading', { name: 'Jste uvnitř' })).toBeVisible()
  const step = await workshop.goToNew('PROBLÉMOVÉ OBLASTI', ['Nekomunikace', 'Nedostatek financí'])
  await field(phone).fill('Papíry')
  await field(phone).press('Enter')
  await expect(phone.locator('body')).toMatchAriaSnapshot(`
  - status: Uloženo.
  - banner:
    - paragraph: SOCIÁLNÍ SLUŽBY 2
    - button "Přehled"${signals}
  - main:
    - heading "PROBLÉMOVÉ OBLASTI" [level=1]
    - textbox "Váš podnět"
    - button "Odeslat"
    - heading "Co jsem napsal/a" [level=2]
    - list:
      - listitem:
        - paragraph: Papíry
        - text: uloženo
        - 'button "Upravit: Papíry"'
        - 'button "Odebrat: Papíry"'
    - heading "Zatím 3 podněty" [level=2]
    - list:
      - listitem: 1. Nekomunikace
      - listitem: 2. Nedostatek financí
      - listitem: 3. Papíry můj`)

  const desk = await workshop.console(browser, 'run')
  await expect(desk.locator('body')).toMatchAriaSnapshot(`
  - link "Přejít na obsah"
  - banner:
    - 'link "Dílna: Všechna jednání"'
    - navigation "Části jednání":
      - link "Příprava"
      - link "Jednání"
      - link "Zápis"
    - status: Spojeno
    - button "Historie změn"
    - button "Klávesové zkratky"
    - button "Nastavení"
  - complementary "Kroky":
    - link /^Vstup (\\S ){5}\\S$/
    - navigation "Kroky jednání":
      - list:
        - listitem:
          - link "PROBLÉMOVÉ OBLASTI právě teď otevřený"
  - main:
    - region "Teď":
      - status: Pracuje se na kroku PROBLÉMOVÉ OBLASTI.
      - button "Ukončit jednání"
    - region "V místnosti":
      - button "Odpočet…"
      - button "Vzkaz…"
      - button "Zamknout dveře"
      - button "Zhasnout plátno"
    - heading "PROBLÉMOVÉ OBLASTI" [level=1]
    - textbox "Zapsat podnět"
    - heading "3 podněty" [level=2]
    - list "3 podněty":
      - listitem:
        - paragraph: Nekomunikace
        - 'button "Upravit: Nekomunikace"'
        - 'button "Další možnosti: Nekomunikace"'`)

  const round = await workshop.addRound(step, { dots: 3, per_idea: 2, label: '' })
  await workshop.setRound(round, 'open')
  await more(phone, '1. Nekomunikace').click()
  await expect(phone.getByRole('main')).toMatchAriaSnapshot(`
  - heading "PROBLÉMOVÉ OBLASTI" [level=1]
  - region "Hlasování":
    - group:
      - heading "Hlasování" [level=2]
    - status:
      - strong: Zbývají 2 hlasy ze 3
      - text: uloženo
    - list:
      - listitem:
        - text: 1. Nekomunikace
        - 'button "Ubrat hlas: 1. Nekomunikace"'
        - status "1 hlas": "1"
        - 'button "Přidat hlas: 1. Nekomunikace"'
      - listitem:
        - text: 2. Nedostatek financí
        - 'button "Ubrat hlas: 2. Nedostatek financí" [disabled]'
        - status "0 hlasů": "0"
        - 'button "Přidat hlas: 2. Nedostatek financí"'`)
  await expect(desk.getByRole('region', { name: 'Teď' })).toMatchAriaSnapshot(`
  - status: Hlasuje se. Součty nevidí nikdo, ani vy.
  - paragraph: hlasovalo 1 z 1
  - button "Ukončit hlasování"`)

  await workshop.reveal(round)
  await expect(phone.getByRole('main')).toMatchAriaSnapshot(`
  - heading "Výsledek hlasování" [level=2]
  - status: Vaše hlasy jsou započítané.
  - paragraph: Hlasoval 1 člověk, rozdán 1 hlas.
  - list "Výsledek hlasování":
    - listitem:
      - text: Nekomunikace 1. místo, vaše 1
      - strong: "1"`)
})
