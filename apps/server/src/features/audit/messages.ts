import type { Messages } from '../../platform/http/sentences.ts';

export const auditMessages: Messages = {
  en: {
    AUDIT_COLUMN_NUMBER: 'Number',
    AUDIT_COLUMN_AT: 'Recorded at (UTC)',
    AUDIT_COLUMN_USER: 'Who',
    AUDIT_COLUMN_KIND: 'Kind',
    AUDIT_COLUMN_ACTION: 'Act',
    AUDIT_COLUMN_SUBJECT: 'On what',
    AUDIT_COLUMN_SUBJECT_ID: 'Which',
    AUDIT_COLUMN_SUBJECT_NAME: 'Its name or number',
    AUDIT_COLUMN_OLD: 'Before',
    AUDIT_COLUMN_NEW: 'After',
    AUDIT_COLUMN_ADDRESS: 'Address',
    AUDIT_COLUMN_AGENT: 'Browser or program',
    AUDIT_COLUMN_REQUEST: 'Request',
  },
  hi: {
    AUDIT_COLUMN_NUMBER: 'क्रमांक',
    AUDIT_COLUMN_AT: 'दर्ज समय (UTC)',
    AUDIT_COLUMN_USER: 'किसने',
    AUDIT_COLUMN_KIND: 'प्रकार',
    AUDIT_COLUMN_ACTION: 'कार्य',
    AUDIT_COLUMN_SUBJECT: 'किस पर',
    AUDIT_COLUMN_SUBJECT_ID: 'कौन-सा',
    AUDIT_COLUMN_SUBJECT_NAME: 'नाम या संख्या',
    AUDIT_COLUMN_OLD: 'पहले',
    AUDIT_COLUMN_NEW: 'बाद में',
    AUDIT_COLUMN_ADDRESS: 'पता',
    AUDIT_COLUMN_AGENT: 'ब्राउज़र या प्रोग्राम',
    AUDIT_COLUMN_REQUEST: 'अनुरोध',
  },
};
