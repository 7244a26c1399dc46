import type { RolesText } from '../vi/roles.ts';

export const rolesEn: RolesText = {
  about:
    'One person may hold several roles in one organisation: rights add up, and no role takes anything from another. Besides what stands below, whoever may read also reads the movements of all superiors up to the province.',
  yours: 'Your roles',
  here: (organisation) => `at ${organisation}`,
  nothing: 'Nothing',
  combined: 'When one person holds several roles',
  combinedAbout:
    'The system does not stand in the way: in small places one person does many things, and the law leaves it open. These are the points to mind; how each place does it is for its leaders to decide.',
  yoursToo: 'This is you',
  names: {
    administrator: 'Administrator',
    officer: 'Emulation officer',
    leader: 'Leader',
    reporter: 'Reporter of a unit',
    'council-member': 'Council member',
    'council-secretary': 'Council secretary',
    supervisor: 'Supervisor',
    'cluster-head': 'Head of a cluster',
    auditor: 'Auditor of the log',
  },
  purposes: {
    administrator: 'Keeps organisations, accounts and settings. Changes no movement, target or figure.',
    officer: 'Does the daily work: reads documents, makes movements, gives out targets, follows and sums up.',
    leader: 'Follows how things stand and approves the figures of units below.',
    reporter: 'Enters and sends the figures of the own unit and says how its tasks stand.',
    'council-member': 'Reads what the council of a place has to consider and vote on.',
    'council-secretary': 'Prepares the meetings of the council; reads as a member does.',
    supervisor: 'Reads movements that were opened to supervision and comments; sees nothing else.',
    'cluster-head': 'Follows the movements of the members of the cluster in the year of being its head.',
    auditor: 'Reads the log alone: who did what and when; checks that it is whole.',
  },
  matters: {
    reading: 'See movements, targets, tasks, documents',
    opened: 'See movements opened to supervision',
    names: 'See names of organisations and how they stand',
    drafts: 'See documents that are being read and are no movement yet',
    documents: 'Hand in documents and check what was read',
    movements: 'Make, change and archive movements; give out targets and tasks; answer superiors and supervision',
    'task-states': 'Say how tasks stand',
    figures: 'Enter and send figures',
    approval: 'Approve or return figures',
    recommendations: 'Answer obstacles and recommendations',
    closing: 'Close and reopen periods',
    comments: 'Comment as supervision',
    organisations: 'Add, rename, move, merge and split organisations',
    accounts: 'Invite people, give and take posts',
    colleagues: 'See the posts of people around, to ask one of them to act for oneself',
    deputies: 'Lend and hand over posts',
    'house-rules': 'See settings and catalogues',
    settings: 'Change settings, catalogues, holidays',
    'personal-data': 'See, correct and export personal data',
    erasure: 'Erase personal data in the log',
    audit: 'Read, export and check the log',
    backups: 'See how the system is, back up, rehearse a restore',
    'own-session': 'One’s own account: password, passkeys, sessions; change the post one works in',
  },
  scopes: {
    self: 'one’s own',
    led: 'targets that the own organisation leads',
    own: 'the own organisation',
    subtree: 'the own organisation and all below',
    cluster: 'the members of the cluster',
    council: 'the place whose council it is, and all below',
    province: 'the whole province',
  },
  combinations: {
    'works-and-administers': {
      title: 'Does the work and administers',
      about:
        'Usual in small communes and not against any rule. This person can give themselves rights, so every such deed is in the log; somebody else should be the auditor.',
    },
    'enters-and-approves': {
      title: 'Enters and approves figures',
      about: 'No second person looks at the figures. Where possible let somebody else approve what one entered.',
    },
    'works-and-approves': {
      title: 'Officer and leader',
      about: 'Targets and figures are made and approved by the same person. The log has each step for others to see.',
    },
    'prepares-and-records': {
      title: 'Prepares files and is the council’s secretary',
      about: 'The law does not forbid it and many places do so. Another member should read the minutes before signing.',
    },
    'proposes-and-votes': {
      title: 'Proposes and votes',
      about: 'A member votes on files of their own making. The council should know this before it decides.',
    },
    'supervises-oneself': {
      title: 'Supervises their own work',
      about: 'Comments on one’s own work are worth little. Somebody else should supervise.',
    },
    'supervises-the-led': {
      title: 'Supervises where they lead',
      about: 'Readers see the post and judge for themselves. Somebody from outside should supervise.',
    },
    'audits-oneself': {
      title: 'Audits their own deeds',
      about: 'The log stays whole and others with the right can check it. There should be a second auditor.',
    },
    'audits-administration': {
      title: 'Administers and audits',
      about: 'Rights are given by the one who checks it. There should be a second auditor.',
    },
  },
};
