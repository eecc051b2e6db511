import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** One thing of somebody else that goes with the program, and what its licence says. */
interface Notice {
  name: string
  text: string
}

const file = 'licences.txt'
const ruler = '='.repeat(78)
const licenceFile = /^(licen[cs]e|copying|notice|copyright)/i

/**
 * Writes licences.txt: the licences of the Go modules, the packages of the
 * client and the fonts whose code or letters go with the program. Made from what
 * the build really takes, so that no list has to be kept. Each build of the
 * client adds its own packages to what the one before wrote.
 */
export function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    async writeBundle(options, bundle) {
      const path = join(options.dir ?? 'dist', file)
      const before = existsSync(path) ? parsed(await readFile(path, 'utf8')) : []
      const packages = [...bundled(bundle), ...fonts()].map(packageNotice)
      await writeFile(path, written([...before, ...goNotices(), ...packages]))
    },
  }
}

/** Folders of the packages whose code is in the bundle. */
function bundled(bundle: Rolldown.OutputBundle): string[] {
  const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []))
  return [...new Set(modules.flatMap((module) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module) ?? []))]
}

/** Folders of the packages whose letters the program carries. */
function fonts(): string[] {
  const scope = join('node_modules', '@expo-google-fonts')
  return readdirSync(scope).map((name) => join(scope, name))
}

function packageNotice(folder: string): Notice {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string }
  return notice(`${about.name} ${about.version}`, folder)
}

/** The Go modules of the program, and Go itself. */
function goNotices(): Notice[] {
  const go = (...args: string[]) => execFileSync('go', args, { cwd: '..', encoding: 'utf8' }).trim()
  const format = '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}'
  const modules = go('list', '-deps', '-tags', 'nomsgpack', '-f', format, './cmd/dilna')
    .split('\n')
    .filter(Boolean)
  return [
    notice(`Go ${go('env', 'GOVERSION')}`, go('env', 'GOROOT')),
    ...modules.map((line) => {
      const [name = '', folder = ''] = line.split('\t')
      return notice(name, folder)
    }),
  ]
}

/** What the folder says of its licence; a package that says nothing stops the build. */
function notice(name: string, folder: string): Notice {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && licenceFile.test(entry.name),
  )
  if (files.length === 0)
    throw new Error(`${name} has no licence file in ${folder}; say in tools/licences.ts what it is.`)
  return { name, text: files.map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim()).join('\n\n') }
}

function written(notices: Notice[]): string {
  const byName = new Map(notices.map((one) => [one.name, one.text]))
  const sorted = [...byName].sort(([a], [b]) => a.localeCompare(b, 'en'))
  return sorted.map(([name, text]) => `${ruler}\n${name}\n${ruler}\n\n${text}\n`).join('\n')
}

function parsed(text: string): Notice[] {
  const parts = text.split(new RegExp(`^${ruler}\n(.+)\n${ruler}\n`, 'm')).slice(1)
  return parts.flatMap((name, i) => (i % 2 === 0 ? [{ name, text: (parts[i + 1] ?? '').trim() }] : []))
}
