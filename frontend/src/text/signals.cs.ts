import { plural } from './plural'

export const cs = {
  timer: 'Odpočet',
  left: (seconds: number) =>
    seconds < 60
      ? plural('cs', seconds, {
          one: 'Zbývá # sekunda.',
          few: 'Zbývají # sekundy.',
          many: 'Zbývá # sekundy.',
          other: 'Zbývá # sekund.',
        })
      : plural('cs', Math.round(seconds / 60), {
          one: 'Zbývá # minuta.',
          few: 'Zbývají # minuty.',
          many: 'Zbývá # minuty.',
          other: 'Zbývá # minut.',
        }),
  lastMinute: 'Zbývá poslední minuta.',
  over: 'Čas vypršel',
  paused: 'stojí',
  atEnd: 'Na konci odpočtu',
  silent: 'Potichu',
  heard: 'Zvuk a vibrace',
  message: 'Vzkaz',
  messageSays: (text: string) => `Vzkaz: ${text}`,
  hideMessage: 'Skrýt',
  tell: 'Dát vědět',
  done: 'Hotovo',
  hand: 'Hlásím se',
  handDown: 'Vaše přihlášení je vyřízené.',
  leave: 'Odejít z tohoto zařízení',
  leaveWhat:
    'Na tomto zařízení po vás nic nezůstane: vaše místo, rozepsané texty ani to, co se ještě neodeslalo. Vaše hlasy v hlasování, které právě běží, se vezmou zpět. Co už je sečtené, zůstává.',
  removeToo: 'Odebrat i to, co jsem napsal/a',
  removeWhat:
    'Jde to v kroku, který je ještě otevřený, a smaže se to natrvalo. Zůstane, o čem se hlasuje nebo už hlasovalo, na čem stavěli druzí a co už stojí ve schváleném zápisu. Kopie pořízené dřív (stažený soubor, záloha, zkopírované jednání) zůstanou, jak jsou.',
  leaveNow: 'Odejít a smazat',
  leaving: 'Odcházím…',
  stay: 'Zůstat',
}

export type SignalWords = typeof cs
