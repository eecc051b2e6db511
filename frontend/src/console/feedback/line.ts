/** The points of a line over means from 1 to 5, the first on the left: "0,20 50,0". */
export function pointsOf(means: readonly number[], width: number, height: number): string {
  const step = means.length > 1 ? width / (means.length - 1) : 0
  return means.map((mean, i) => `${round(i * step)},${round(height - ((mean - 1) / 4) * height)}`).join(' ')
}

const round = (n: number) => Math.round(n * 10) / 10
