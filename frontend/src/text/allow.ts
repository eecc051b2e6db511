import { catalogue } from './language.svelte'

/** What people have to allow in a browser that keeps nothing for the page. */
export const allow = catalogue({
  cs: 'Prohlížeč této stránce nedovoluje nic si pamatovat. Povolte prosím v jeho nastavení pro tuto adresu soubory cookie a data webu a načtěte stránku znovu. Jinak neodeslané texty vydrží jen do zavření stránky.',
  en: 'The browser does not let this page remember anything. Please allow cookies and site data for this address in its settings and load the page again. Until then, texts not sent yet last only until the page is closed.',
})
