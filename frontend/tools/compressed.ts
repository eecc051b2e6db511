import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/** How large a page's first load may be: bytes of gzip. */
interface Limit {
  bytes: number
  /** Files without which the page is of no use, though it fetches them apart. */
  with: string[]
}

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1).padStart(6) + ' KB'

/**
 * Writes a .gz and a .br beside every text file of the build, prints what each
 * page loads first, and fails the build when a page's scripts are over its
 * limit.
 */
export function compressed(limits: Record<string, Limit>): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle(options, bundle) {
      const dir = options.dir ?? 'dist'
      await Promise.all((await textFiles(dir)).map(compress))
      const tooBig = Object.values(bundle)
        .flatMap((output) => (output.type === 'chunk' && output.isEntry ? [output.name] : []))
        .map((entry) => firstLoad(entry, limits[entry]?.with ?? [], bundle))
        .sort((a, b) => a.name.localeCompare(b.name))
        .filter((load) => {
          this.info(
            `${load.name.padEnd(8)} scripts ${kilobytes(load.scripts)}   styles ${kilobytes(load.styles)}   (gzip)`,
          )
          return load.scripts > (limits[load.name]?.bytes ?? Infinity)
        })
      if (tooBig.length > 0) {
        this.error(
          `First load over its limit: ${tooBig.map((load) => load.name + kilobytes(load.scripts)).join(', ')}`,
        )
      }
    },
  }
}

/** All scripts and styles a page needs before it is of use. */
function firstLoad(entry: string, apart: string[], bundle: Rolldown.OutputBundle) {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const visit = (file: string) => {
    const chunk = bundle[file]
    if (chunk?.type !== 'chunk' || scripts.has(file)) return
    scripts.add(file)
    chunk.viteMetadata?.importedCss.forEach((css) => styles.add(css))
    chunk.imports.forEach(visit)
  }
  for (const name of [entry, ...apart]) visit(fileOf(name, bundle))
  if (styles.size === 0) stylesheets(bundle).forEach((file) => styles.add(file)) // one for all
  const size = (files: Set<string>) => [...files].reduce((sum, file) => sum + gzipped(bundle[file]), 0)
  return { name: entry, scripts: size(scripts), styles: size(styles) }
}

const stylesheets = (bundle: Rolldown.OutputBundle) => Object.keys(bundle).filter((file) => file.endsWith('.css'))

function fileOf(name: string, bundle: Rolldown.OutputBundle): string {
  const file = Object.values(bundle).find((output) => output.type === 'chunk' && output.name === name)
  if (!file) throw new Error(`The build has no file named ${name}; say in vite.config.ts which ones count.`)
  return file.fileName
}

function gzipped(output: Rolldown.OutputChunk | Rolldown.OutputAsset | undefined): number {
  if (!output) return 0
  return gzipSync(output.type === 'chunk' ? output.code : output.source, { level: 9 }).length
}

async function textFiles(dir: string): Promise<string[]> {
  const files = await readdir(dir, { recursive: true })
  return files.filter((file) => /\.(js|css|html|svg)$/.test(file)).map((file) => join(dir, file))
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
  await writeFile(file + '.gz', gzipSync(content, { level: 9 }))
  await writeFile(file + '.br', brotliCompressSync(content, quality))
}
