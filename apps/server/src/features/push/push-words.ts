// What a locked phone shows. Whoever lies next to it learns that there is news and nothing more: no amount, no number, no
// name but the society's.

import type { Language } from '../../platform/http/actor.ts';

type Subject = 'account' | 'membership' | 'safety' | 'society';

const SUBJECTS: Readonly<Record<string, Subject>> = {
  'member.approved': 'membership',
  'member.activated': 'membership',
  'member.status-changed': 'membership',
  'password.changed': 'safety',
  'session.theft-suspected': 'safety',
  'receipt.issued': 'account',
  'savings.withdrawn': 'account',
  'interest.credited': 'account',
  'instalment.due': 'account',
  'thrift.due': 'account',
  'deposit.maturing': 'account',
  'instruction.taken': 'account',
  'instruction.failed': 'account',
  'instalment.missed': 'account',
  'deposit.irregular': 'account',
  'deposit.matured': 'account',
  'deposit.restricted': 'account',
  'deposit.released': 'account',
  'deposit.dormant': 'account',
  'deposit.reactivated': 'account',
  'deposit.accepted': 'account',
  'deposit.refused': 'account',
  'savings.transferred': 'account',
  'entry.reversed': 'account',
  'shares.allotted': 'account',
};

const SENTENCES: Record<Language, Record<Subject, string>> = {
  en: {
    account: 'Something has changed in your account. Open to see it.',
    membership: 'There is news about your membership. Open to read it.',
    safety: 'Something has changed about how you log in. Please look at it.',
    society: 'The society has something for you. Open to read it.',
  },
  hi: {
    account: 'आपके खाते में बदलाव हुआ है। देखने के लिए खोलें।',
    membership: 'आपकी सदस्यता के बारे में सूचना है। पढ़ने के लिए खोलें।',
    safety: 'आपके लॉग इन से जुड़ा बदलाव हुआ है। कृपया देखें।',
    society: 'समिति की ओर से आपके लिए सूचना है। पढ़ने के लिए खोलें।',
  },
};

export function pushSentence(event: string, language: Language): string {
  return SENTENCES[language][SUBJECTS[event] ?? 'society'];
}
