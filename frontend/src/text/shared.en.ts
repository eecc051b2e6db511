import type { SharedWords } from './shared.cs'

export const en = {
  connection: {
    lost: 'The connection is down. What you write stays on this device and is sent by itself.',
    watching: 'The connection is down. The screen will refresh by itself.',
    back: 'The connection is back.',
    plain: 'The connection in this network is not encrypted.',
  },
  state: {
    waiting: 'waiting to be sent',
    sending: 'being sent',
    saved: 'saved',
    refused: 'not accepted',
  },
  look: {
    language: 'Language',
    theme: 'Appearance',
    device: 'As the device',
    light: 'Light',
    dark: 'Dark',
    letters: 'Text size',
    usual: 'Usual',
    larger: 'Larger',
    largest: 'Largest',
  },
  field: {
    left: (n: string) => `characters left: ${n}`,
    over: (n: string, most: string) => `${n} characters more than fit (at most ${most}). Please shorten the text.`,
  },
  dots: {
    more: (what: string) => `Add a dot: ${what}`,
    fewer: (what: string) => `Take a dot back: ${what}`,
  },
  sheet: { close: 'Close' },
  qr: 'QR code',
  pages: { label: 'About Dílna', help: 'Help', accessibility: 'Accessibility statement', licences: 'Licences' },
  hint: { understood: 'Got it' },
  unreachable: 'The server does not answer now. Please try again in a moment.',
} satisfies SharedWords
