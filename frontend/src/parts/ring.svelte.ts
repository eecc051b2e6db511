import { device, remember } from '../api/device'

const stored = 'dilna-ring'
/** Notes of the ring: hertz, and after how many seconds each begins. */
const notes = [
  { pitch: 660, from: 0 },
  { pitch: 880, from: 0.25 },
]

/** Whether this device is heard when a timer ends: off until somebody wants it. */
class Ring {
  #on = $state(device.getItem(stored) === 'on')

  get on(): boolean {
    return this.#on
  }

  /** Switched on, it lets itself be heard: browsers are silent until somebody has pressed something. */
  switch(on: boolean): void {
    this.#on = on
    remember(stored, on ? 'on' : 'off')
    this.ring()
  }

  ring(): void {
    if (!this.#on) return
    navigator.vibrate?.([200, 100, 200])
    if (typeof AudioContext !== 'undefined') sound(new AudioContext())
  }
}

function sound(audio: AudioContext): void {
  for (const [at, { pitch, from }] of notes.entries()) {
    const tone = audio.createOscillator()
    const loud = audio.createGain()
    const start = audio.currentTime + from
    tone.frequency.value = pitch
    loud.gain.setValueAtTime(0.2, start)
    loud.gain.exponentialRampToValueAtTime(0.001, start + 0.8)
    tone.connect(loud).connect(audio.destination)
    tone.start(start)
    tone.stop(start + 0.8)
    if (at === notes.length - 1) tone.onended = () => void audio.close()
  }
}

export const ring = new Ring()
