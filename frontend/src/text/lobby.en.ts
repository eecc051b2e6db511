export const en = {
  waiting: 'You are at the door',
  waitingWhat: 'The facilitator lets people in one by one. Leave this page open: you will be let in.',
  out: 'This device was taken out',
  outWhat:
    'The facilitator has taken this device out of the workshop, with its ballots of open votes. What you wrote stayed there. If that is a mistake, say so. As soon as you are let back in, you go on.',
  refused: 'The facilitator did not let you in',
  refusedWhat: 'If that is a mistake, say so: you can still be let in. Leave this page open.',
  number: 'The number of your device is',
  elsewhere: 'Type another code',
}
