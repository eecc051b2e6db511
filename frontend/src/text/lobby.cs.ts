/** The door seen from outside. */
export const cs = {
  waiting: 'Čekáte u dveří',
  waitingWhat: 'Facilitátor pouští lidi postupně. Nechte tuto stránku otevřenou, vstoupíte sami.',
  out: 'Zařízení je vyřazené',
  outWhat:
    'Facilitátor toto zařízení z jednání vyřadil, i s lístky v otevřených hlasováních. Co jste napsali, v jednání zůstalo. Jestli je to omyl, řekněte mu to. Jakmile vás pustí zpátky, budete pokračovat.',
  refused: 'Facilitátor vás nepustil dál',
  refusedWhat: 'Jestli je to omyl, řekněte mu to: může vás pustit dodatečně. Nechte tuto stránku otevřenou.',
  number: 'Vaše zařízení má číslo',
  elsewhere: 'Zadat jiný kód',
}
