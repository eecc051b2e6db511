import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1).padStart(6) + ' KB'

/**
 * Writes a .gz and a .br beside every text file of the build, prints what each
 * page loads first, and fails the build when a page's scripts are over its
 * limit. Limits are bytes of gzip by entry name.
 */
export function compressed(limits: Record<string, number>): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle(options, bundle) {
      const dir = options.dir ?? 'dist'
      await Promise.all((await textFiles(dir)).map(compress))
      const tooBig = Object.values(bundle)
        .filter((output) => output.type === 'chunk' && output.isEntry)
        .map((entry) => firstLoad(entry as Rolldown.OutputChunk, bundle))
        .sort((a, b) => a.name.localeCompare(b.name))
        .filter((load) => {
          this.info(
            `${load.name.padEnd(8)} scripts ${kilobytes(load.scripts)}   styles ${kilobytes(load.styles)}   (gzip)`,
          )
          return load.scripts > (limits[load.name] ?? Infinity)
        })
      if (tooBig.length > 0) {
        this.error(
          `First load over its limit: ${tooBig.map((load) => load.name + kilobytes(load.scripts)).join(', ')}`,
        )
      }
    },
  }
}

/** All scripts and styles a page needs before it can show anything. */
function firstLoad(entry: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle) {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const visit = (file: string) => {
    const chunk = bundle[file]
    if (chunk?.type !== 'chunk' || scripts.has(file)) return
    scripts.add(file)
    chunk.viteMetadata?.importedCss.forEach((css) => styles.add(css))
    chunk.imports.forEach(visit)
  }
  visit(entry.fileName)
  const size = (files: Set<string>) => [...files].reduce((sum, file) => sum + gzipped(bundle[file]), 0)
  return { name: entry.name, scripts: size(scripts), styles: size(styles) }
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
