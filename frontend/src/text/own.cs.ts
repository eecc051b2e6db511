export const cs = {
  mine: 'Co jsem napsal/a',
  edit: 'Upravit',
  save: 'Uložit',
  cancel: 'Nechat být',
  remove: 'Odebrat',
  undo: 'Vrátit',
  removed: 'Odebráno',
  reworded: 'Znění upravil facilitátor.',
  stands: 'Skupina s ním už pracuje. Opravit ho může facilitátor.',
  again: 'Poslat znovu',
  discard: 'Zahodit',
  keepMine: 'Nahradit mým zněním',
  keepTheirs: 'Nechat, co tam stojí',
  yours: 'Vy máte napsáno:',
  standsNow: (text: string) => `Teď tam stojí: ${text}`,
  editing: 'Nové znění',
  savedAloud: 'Uloženo.',
}

export type OwnWords = typeof cs
