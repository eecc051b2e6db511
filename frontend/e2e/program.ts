import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const binary = fileURLToPath(new URL('../../bin/dilna', import.meta.url))

/** The real program on a temporary folder, as a newcomer starts it. */
export class Program {
  readonly data = mkdtempSync(join(tmpdir(), 'dilna-e2e-'))
  origin = ''
  /** What the program printed since it was last started. */
  said = ''
  private process?: ChildProcess

  async start(): Promise<void> {
    const port = this.origin ? Number(new URL(this.origin).port) : await freePort()
    this.origin = `http://127.0.0.1:${port}`
    this.said = ''
    const started = spawn(binary, ['serve', '--addr', `127.0.0.1:${port}`, '--data', this.data])
    this.process = started
    await new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        this.said += chunk.toString()
        if (this.said.includes(`:${port}/console`)) resolve()
      }
      started.stdout.on('data', listen)
      started.stderr.on('data', listen)
      started.on('error', reject)
      started.on('exit', (code) => reject(new Error(`the program ended with ${code}: ${this.said}`)))
    })
  }

  /** Stores a workshop file; before the program is started. */
  import(file: string): void {
    execFileSync(binary, ['import', '--data', this.data, file])
  }

  /** The one-time link that makes the first account, on the address of the tests. */
  get firstLink(): string {
    const link = /console#link=\S+/.exec(this.said)
    if (!link) throw new Error(`no one-time link in: ${this.said}`)
    return `${this.origin}/${link[0]}`
  }

  /** Stops the program: politely, or as when the plug is pulled. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const running = this.process
    if (!running || running.exitCode !== null) return
    running.removeAllListeners('exit')
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await ended
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.data, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
