/** Words of documents being read, recognised and brought up to date. */

import type { DocumentsText } from '../vi/documents.ts';

export const documentsEn: DocumentsText = {
  states: {
    waiting: 'Waiting to be read',
    running: 'Being read',
    ready: 'Waiting to be checked',
    failed: 'Could not be read',
    cancelled: 'Stopped',
    used: 'Became a movement',
  },
  stages: {
    opening: 'Opening the file',
    recognising: 'Recognising letters',
    finding: 'Looking for targets and tasks',
    checking: 'Checking the text',
  },
  matches: {
    'same-file': 'This file is already here',
    'same-number': 'A document with this number and symbol is already here',
    'signed-version': 'This looks like another version of a document that is already here',
  },
  changeSubjects: {
    header: 'Head',
    target: 'Target',
    task: 'Task',
    citation: 'Legal basis',
    'report-due': 'Report deadline',
    recipient: 'Recipient',
  },
  changeKinds: { added: 'Added', changed: 'Changed', removed: 'Removed' },
  refusals: {
    'reading-not-ready': () => 'The document is still being read. Wait until it is ready, then make the movement.',
    'reading-used': () => 'A movement was already made from this reading.',
    'reading-not-restartable': () => 'The file is no longer kept. Choose it again to read it.',
    'reading-not-cancellable': () => 'The reading has already ended and cannot be stopped.',
    'document-known': (facts) =>
      `This document was already used for the movement “${facts['title']}”. Bring that one up to date, or state why another is needed.`,
    'too-many-readings': (facts) =>
      `${facts['count']} documents are waiting to be checked. Finish or discard some before reading more.`,
    'change-gone': () => 'The comparison is out of date. Open it again and choose anew.',
  },
  interrupted: 'The reading was interrupted. The file is still here; press Read again.',
  pageOf: (page, pages) => (pages === null ? `page ${page}` : `page ${page} of ${pages}`),
};
