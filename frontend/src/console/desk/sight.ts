import { onMount } from 'svelte'

/**
 * For what comes while a screen is open: it is brought into sight, and who pressed the button that is no longer
 * there goes on in it. What stood there from the beginning stays where it is. Call it in the screen, attach what
 * it gives to what may come.
 */
export function bringing(): (node: HTMLElement) => void {
  let isOpen = false
  onMount(() => {
    isOpen = true
  })
  return (node) => {
    if (!isOpen) return
    node.scrollIntoView({ block: 'nearest' })
    if (document.activeElement === document.body)
      node.querySelector<HTMLElement>('select, input, button')?.focus({ preventScroll: true })
  }
}
