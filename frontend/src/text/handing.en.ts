export const en = {
  device: (n: number) => `This device is number ${n}. That is how the facilitator knows it.`,
  next: 'Next person',
  nextWhat:
    'The device forgets you: nobody will see on it what you wrote or how you voted. In the workshop all of it stays.',
  byTicket:
    'Your ballot counts, but you cannot change it any more. The next person comes in with a ticket and is counted separately.',
  byDevice:
    'Without tickets a device has one ballot in each vote, whoever uses it. If everybody is to vote separately, ask the facilitator for tickets.',
  notSent: 'Something is still being sent, or could not be sent. Wait a moment.',
  drafts: 'What you wrote and did not send is deleted.',
  handOn: 'Hand it on',
  handing: 'Handing on…',
  stay: 'Back',
}
