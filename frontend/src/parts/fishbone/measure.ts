import type { Measure } from './wrap'

const canvas = document.createElement('canvas').getContext('2d')

/** Measures texts as the page's own font draws them, or another that is named. */
export function measurer(
  size: number,
  weight: 400 | 600,
  font = getComputedStyle(document.body).fontFamily,
): Measure {
  return (text) => {
    if (!canvas) return text.length * size * 0.6
    canvas.font = `${weight} ${size}px ${font}`
    return canvas.measureText(text).width
  }
}
