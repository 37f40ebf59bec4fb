/**
 * What sharing shows, and what it cannot do. Every line is held by a test, which is named in
 * tests/pwa/views/sharing-shows.test.mjs: nothing is promised here that is not tried.
 */
export const PARTS = Object.freeze([
  {
    title: 'What somebody sees',
    lines: [
      'Nothing, until you say yes to the person who used your code.',
      'Then only the parts that are switched on, and only while they are.',
      'A private entry leaves no trace. There is no gap and no count.',
      'The time of an entry is shown to the quarter of an hour. They never learn where you are.',
      'The plan heeds private entries too. They can see that it changed, never why.',
    ],
  },
  {
    title: 'What somebody may add',
    lines: [
      'Nothing, unless you switch it on. Only “On my way” can always be answered, if they see what you ask for.',
      'What they add carries their name for good.',
      'They can never change or delete what you wrote, nor change what they are allowed.',
    ],
  },
  {
    title: 'Who runs the server',
    lines: [
      'Whoever runs the server can read everything stored there, private entries too.',
      'Limber has no end-to-end encryption: the server has to read what it sorts for each person.',
      'If that person may harm you, do not use their server. Without an account nothing leaves this phone.',
    ],
  },
  {
    title: 'What cannot be taken back',
    lines: [
      'Stopping works at once: what their phone asks for next, it does not get.',
      'Their app removes its copy when it next connects. A phone that stays offline keeps it.',
      'After two weeks without the server their app no longer shows it.',
      'Nobody can be made to forget what they read. A picture of the screen stays.',
      'We send no message when you pause or stop. To them it looks like a link that ended or was mistaken.',
      'They may still notice.',
    ],
  },
  {
    title: 'If somebody presses you',
    lines: [
      'The diary is yours. Nobody needs to be let in, and you never have to say why.',
      'You can keep single entries private: nothing on their screen says so. You can share less at any time.',
      'A sudden stop can anger some people. If you are afraid, plan it with somebody you trust.',
      'A doctor, a social worker or a helpline for violence at home can help with that.',
      'In danger now? Call the emergency number.',
    ],
  },
]);
