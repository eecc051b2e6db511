import { cs as answersCs } from '../src/text/answers.cs'
import { en as answersEn } from '../src/text/answers.en'
import { cs as consoleCs } from '../src/text/console.cs'
import { en as consoleEn } from '../src/text/console.en'
import { cs as admissionCs } from '../src/text/admission.cs'
import { en as admissionEn } from '../src/text/admission.en'
import { cs as handingCs } from '../src/text/handing.cs'
import { en as handingEn } from '../src/text/handing.en'
import { cs as lobbyCs } from '../src/text/lobby.cs'
import { en as lobbyEn } from '../src/text/lobby.en'
import { cs as receiptsCs } from '../src/text/receipts.cs'
import { en as receiptsEn } from '../src/text/receipts.en'
import { cs as apartCs } from '../src/text/apart.cs'
import { en as apartEn } from '../src/text/apart.en'
import { cs as ownCs } from '../src/text/own.cs'
import { en as ownEn } from '../src/text/own.en'
import { cs as phoneCs } from '../src/text/phone.cs'
import { en as phoneEn } from '../src/text/phone.en'
import { cs as resultCs } from '../src/text/result.cs'
import { en as resultEn } from '../src/text/result.en'
import { cs as roomCs } from '../src/text/room.cs'
import { en as roomEn } from '../src/text/room.en'
import { cs as rulesCs } from '../src/text/rules.cs'
import { en as rulesEn } from '../src/text/rules.en'
import { cs as sharedCs } from '../src/text/shared.cs'
import { en as sharedEn } from '../src/text/shared.en'
import { cs as signalsCs } from '../src/text/signals.cs'
import { en as signalsEn } from '../src/text/signals.en'
import { cs as wallCs } from '../src/text/wall.cs'
import { en as wallEn } from '../src/text/wall.en'

export type Language = 'cs' | 'en'

/** Every word of the screens. */
export const words = {
  cs: {
    apart: apartCs,
    own: ownCs,
    phone: phoneCs,
    console: consoleCs,
    wall: wallCs,
    shared: sharedCs,
    signals: signalsCs,
    room: roomCs,
    result: resultCs,
    rules: rulesCs,
    answers: answersCs,
    receipts: receiptsCs,
    lobby: lobbyCs,
    handing: handingCs,
    admission: admissionCs,
  },
  en: {
    apart: apartEn,
    own: ownEn,
    phone: phoneEn,
    console: consoleEn,
    wall: wallEn,
    shared: sharedEn,
    signals: signalsEn,
    room: roomEn,
    result: resultEn,
    rules: rulesEn,
    answers: answersEn,
    receipts: receiptsEn,
    lobby: lobbyEn,
    handing: handingEn,
    admission: admissionEn,
  },
}
