import type { EventName } from '@kafal/contract';
import type { Language } from '../../platform/http/actor.ts';
import type { ApprovalKind, ToldRequest } from '../approvals/index.ts';

interface EventText {
  title: string;
  text: string;
}
type Texts = Partial<Record<EventName, EventText>>;
type RequestTexts = Readonly<Record<ToldRequest['status'], string>>;

/** What a member reads in their notifications, and what staff read in the stream of a day. */
export const EVENT_TEXTS: Record<'member' | 'staff', Record<Language, Texts>> = {
  member: {
    en: {
      'member.approved': { title: 'You are a member', text: 'Your membership number is {memberNumber}.' },
      'member.activated': { title: 'Your membership is active', text: 'All dues are paid. Your accounts are ready.' },
      'member.status-changed': {
        title: 'Your membership status changed',
        text: 'Please speak to the office for details.',
      },
      'receipt.issued': { title: 'Received {amount}', text: 'Receipt {number}.' },
      'savings.withdrawn': { title: 'Paid out {amount}', text: 'Voucher {number}.' },
      'interest.credited': { title: 'Interest of {amount}', text: 'It is in your savings. Entry {number}.' },
      'instruction.taken': {
        title: 'Taken from savings: {amount}',
        text: 'For {account}, as you had told us. Entry {number}.',
      },
      'instruction.failed': {
        title: 'A due could not be taken',
        text: 'There was not enough in your savings for {account}, due on {dueOn}. It is tried again every day.',
      },
      'instalment.missed': {
        title: 'An instalment was not paid',
        text: 'The instalment of {account} that was due on {dueOn} is not paid. Pay it soon; a fine grows month by month.',
      },
      'deposit.irregular': {
        title: 'Your deposit is irregular',
        text: 'Several instalments of {account} in a row are not paid. Please speak to the office.',
      },
      'deposit.matured': {
        title: 'A deposit has matured',
        text: '{amount} went where you had agreed. Entry {number}.',
      },
      'deposit.restricted': {
        title: 'Money is kept back on your account',
        text: 'Open the account to see how much, and why it cannot be withdrawn.',
      },
      'deposit.released': {
        title: 'Money on your account is free again',
        text: 'Open the account to see what you can withdraw.',
      },
      'deposit.dormant': {
        title: 'Your account has fallen asleep',
        text: 'Nothing was paid in or out for long. It earns interest still; come to the office with your papers to use it again.',
      },
      'deposit.reactivated': { title: 'Your account is awake again', text: 'You can take money out of it again.' },
      'deposit.accepted': { title: 'Your deposit is opened', text: 'The society accepted what you had asked for.' },
      'deposit.refused': {
        title: 'Your deposit was not opened',
        text: 'The society did not accept what you had asked for. Your savings are as they were.',
      },
      'savings.transferred': { title: 'Transfer of {amount}', text: 'Entry {number}.' },
      'entry.reversed': {
        title: 'An entry was corrected',
        text: 'Entry {number} of {amount} reverses an earlier one.',
      },
      'shares.allotted': { title: 'Shares allotted', text: 'Shares worth {amount} are now yours. Entry {number}.' },
      'password.changed': { title: 'Your password was changed', text: 'If this was not you, tell the office at once.' },
      'session.theft-suspected': {
        title: 'You were logged out for safety',
        text: 'An old key to one of your log-ins was used again. Log in anew, and change your password if this was not you.',
      },
    },
    hi: {
      'member.approved': { title: 'आप सदस्य बन गए हैं', text: 'आपकी सदस्य संख्या {memberNumber} है।' },
      'member.activated': { title: 'आपकी सदस्यता सक्रिय है', text: 'सभी देय राशियाँ चुक गई हैं। आपके खाते तैयार हैं।' },
      'member.status-changed': { title: 'आपकी सदस्यता की स्थिति बदली', text: 'जानकारी के लिए कार्यालय से बात करें।' },
      'receipt.issued': { title: '{amount} प्राप्त हुए', text: 'रसीद संख्या {number} है।' },
      'savings.withdrawn': { title: '{amount} का भुगतान हुआ', text: 'वाउचर संख्या {number} है।' },
      'interest.credited': { title: '{amount} ब्याज मिला', text: 'आपके बचत खाते में जमा हुआ। प्रविष्टि संख्या {number} है।' },
      'instruction.taken': {
        title: 'बचत से {amount} लिए गए',
        text: 'आपके निर्देश पर {account} के लिए। प्रविष्टि संख्या {number} है।',
      },
      'instruction.failed': {
        title: 'एक देय राशि नहीं ली जा सकी',
        text: '{account} के {dueOn} को देय के लिए आपकी बचत में राशि कम थी। हर दिन फिर कोशिश होगी।',
      },
      'instalment.missed': {
        title: 'एक किस्त जमा नहीं हुई',
        text: '{account} की {dueOn} को देय किस्त जमा नहीं हुई। जल्दी जमा करें; विलंब शुल्क हर महीने बढ़ता है।',
      },
      'deposit.irregular': {
        title: 'आपकी जमा अनियमित हो गई',
        text: '{account} की लगातार कई किस्तें जमा नहीं हुईं। कृपया कार्यालय से बात करें।',
      },
      'deposit.matured': {
        title: 'आपकी जमा परिपक्व हुई',
        text: '{amount} तय शर्त के अनुसार आगे रखे गए। प्रविष्टि संख्या {number} है।',
      },
      'deposit.restricted': {
        title: 'आपके खाते में राशि रोकी गई',
        text: 'कितनी राशि और क्यों नहीं निकल सकती, यह खाता खोलकर देखें।',
      },
      'deposit.released': {
        title: 'आपके खाते की रोकी गई राशि छूट गई',
        text: 'अब कितनी राशि निकाल सकते हैं, यह खाता खोलकर देखें।',
      },
      'deposit.dormant': {
        title: 'आपका खाता निष्क्रिय हो गया',
        text: 'लंबे समय से कोई लेन-देन नहीं हुआ। ब्याज मिलता रहेगा; फिर चलाने के लिए अपने काग़ज़ लेकर कार्यालय आएँ।',
      },
      'deposit.reactivated': { title: 'आपका खाता फिर सक्रिय है', text: 'अब आप इससे पैसे निकाल सकते हैं।' },
      'deposit.accepted': { title: 'आपकी जमा खुल गई', text: 'समिति ने आपका अनुरोध स्वीकार किया।' },
      'deposit.refused': {
        title: 'आपकी जमा नहीं खुली',
        text: 'समिति ने आपका अनुरोध स्वीकार नहीं किया। आपकी बचत जैसी थी वैसी ही है।',
      },
      'savings.transferred': { title: '{amount} का अंतरण', text: 'प्रविष्टि संख्या {number} है।' },
      'entry.reversed': {
        title: 'एक प्रविष्टि सुधारी गई',
        text: '{amount} की प्रविष्टि {number} पिछली प्रविष्टि को उलटती है।',
      },
      'shares.allotted': { title: 'अंश आवंटित हुए', text: '{amount} के अंश अब आपके हैं। प्रविष्टि संख्या {number} है।' },
      'password.changed': { title: 'आपका पासवर्ड बदला गया', text: 'यदि यह आपने नहीं किया, तो तुरंत कार्यालय को बताएँ।' },
      'session.theft-suspected': {
        title: 'सुरक्षा के लिए आपको लॉग आउट किया गया',
        text: 'आपके एक लॉग-इन की पुरानी कुंजी फिर चलाई गई। दोबारा लॉग इन करें; यदि यह आपने नहीं किया, तो पासवर्ड बदल लें।',
      },
    },
  },
  staff: {
    en: {
      'application.submitted': { title: 'New application', text: '{applicant} applied for membership ({tracking}).' },
      'application.returned': { title: 'Application returned', text: '{applicant} was asked for more information.' },
      'application.rejected': { title: 'Application rejected', text: 'The application of {applicant} was rejected.' },
      'member.approved': { title: 'Member admitted', text: '{member} was admitted.' },
      'member.activated': { title: 'Member active', text: '{member} has paid all dues and is active.' },
      'member.status-changed': { title: 'Status changed', text: 'The status of {member} changed.' },
      'member.logged-in': { title: 'Member logged in', text: '{member} logged in.' },
      'staff.logged-in': { title: 'Staff logged in', text: '{user} logged in.' },
      'receipt.issued': { title: 'Receipt', text: '{amount} received from {member}, {number}.' },
      'savings.withdrawn': { title: 'Payment', text: '{amount} paid to {member}, {number}.' },
      'interest.credited': { title: 'Interest', text: '{amount} credited to {member}, {number}.' },
      'instruction.taken': {
        title: 'Standing instruction',
        text: '{amount} of {member} taken for {account}, {number}.',
      },
      'instruction.failed': {
        title: 'Standing instruction not taken',
        text: 'The due of {account} of {member} could not be taken from savings.',
      },
      'deposit.irregular': {
        title: 'Deposit irregular',
        text: '{account} of {member} has too many instalments unpaid.',
      },
      'deposit.matured': { title: 'Deposit matured', text: '{amount} of {member}, {number}.' },
      'deposit.restricted': { title: 'Account restricted', text: 'A hold, lien or freeze was set for {member}.' },
      'deposit.released': { title: 'Restriction lifted', text: 'A hold, lien or freeze of {member} is over.' },
      'deposit.dormant': { title: 'Account dormant', text: 'An account of {member} is dormant.' },
      'deposit.reactivated': { title: 'Account re-activated', text: 'An account of {member} is active again.' },
      'savings.transferred': { title: 'Transfer', text: '{amount} transferred for {member}, {number}.' },
      'entry.reversed': { title: 'Reversal', text: 'Entry {number} of {amount} reverses an earlier one.' },
      'shares.allotted': { title: 'Shares allotted', text: 'Shares worth {amount} allotted to {member}, {number}.' },
      'till.opened': { title: 'Till opened', text: 'Till {till} was opened.' },
      'till.closed': { title: 'Till closed', text: 'Till {till} was closed.' },
      'collection.handed-over': { title: 'Collected cash', text: '{agent} handed {amount} over, {number}.' },
      'collection.cash-waiting': {
        title: 'Cash with an agent',
        text: '{agent} has cash that should be handed over.',
      },
      'approval.requested': { title: 'Waiting for approval', text: '{asked}' },
      'approval.decided': { title: 'Request decided', text: '{asked}' },
      'voucher.posted': { title: 'Voucher posted', text: '{narration} {amount}, {number}.' },
      'business-day.moved': { title: 'New business day', text: 'The business day is now {businessDate}.' },
      'day-end.finished': { title: 'End of the day', text: 'The days up to {until} are ended.' },
      'day-end.stopped': { title: 'The end of the day stopped', text: '{day} is not ended yet. Look why.' },
      'settings.changed': { title: 'Setting changed', text: 'The setting {name} was changed.' },
      'password.changed': {
        title: 'Your password was changed',
        text: 'If this was not you, tell the administrator at once.',
      },
      'system.announced': { title: 'Announcement', text: '{text}' },
    },
    hi: {
      'application.submitted': { title: 'नया आवेदन', text: '{applicant} ने सदस्यता के लिए आवेदन किया ({tracking})।' },
      'application.returned': { title: 'आवेदन लौटाया गया', text: '{applicant} से और जानकारी माँगी गई।' },
      'application.rejected': { title: 'आवेदन अस्वीकृत', text: '{applicant} का आवेदन अस्वीकृत हुआ।' },
      'member.approved': { title: 'सदस्य का प्रवेश', text: '{member} को सदस्य बनाया गया।' },
      'member.activated': { title: 'सदस्य सक्रिय', text: '{member} ने सभी देय राशियाँ चुका दीं और सक्रिय हैं।' },
      'member.status-changed': { title: 'स्थिति बदली', text: '{member} की स्थिति बदली।' },
      'member.logged-in': { title: 'सदस्य ने लॉग-इन किया', text: '{member} ने लॉग-इन किया।' },
      'staff.logged-in': { title: 'कर्मचारी ने लॉग-इन किया', text: '{user} ने लॉग-इन किया।' },
      'receipt.issued': { title: 'रसीद', text: '{member} से {amount} प्राप्त; रसीद {number} बनी।' },
      'savings.withdrawn': { title: 'भुगतान', text: '{member} को {amount} का भुगतान; वाउचर {number} बना।' },
      'interest.credited': { title: 'ब्याज', text: '{member} के खाते में {amount} ब्याज जमा; प्रविष्टि {number} बनी।' },
      'instruction.taken': {
        title: 'स्थायी निर्देश',
        text: '{member} के {amount} {account} के लिए लिए गए; प्रविष्टि {number} बनी।',
      },
      'instruction.failed': {
        title: 'स्थायी निर्देश पूरा नहीं हुआ',
        text: '{member} के {account} का देय बचत से नहीं लिया जा सका।',
      },
      'deposit.irregular': { title: 'जमा अनियमित', text: '{member} की जमा {account} की कई किस्तें बाकी हैं।' },
      'deposit.matured': { title: 'जमा परिपक्व', text: '{member} के {amount}; प्रविष्टि {number} बनी।' },
      'deposit.restricted': { title: 'खाते पर रोक', text: '{member} के खाते पर रोक, धारणाधिकार या प्रतिबंध लगा।' },
      'deposit.released': { title: 'रोक हटी', text: '{member} के खाते की रोक हट गई।' },
      'deposit.dormant': { title: 'खाता निष्क्रिय', text: '{member} का एक खाता निष्क्रिय हुआ।' },
      'deposit.reactivated': { title: 'खाता फिर सक्रिय', text: '{member} का एक खाता फिर सक्रिय हुआ।' },
      'savings.transferred': { title: 'अंतरण', text: '{member} के लिए {amount} का अंतरण; प्रविष्टि {number} बनी।' },
      'entry.reversed': { title: 'उलट प्रविष्टि', text: '{amount} की प्रविष्टि {number} पिछली प्रविष्टि को उलटती है।' },
      'shares.allotted': { title: 'अंश आवंटित', text: '{member} को {amount} के अंश आवंटित; प्रविष्टि {number} बनी।' },
      'till.opened': { title: 'गल्ला खुला', text: 'गल्ला {till} खोला गया।' },
      'till.closed': { title: 'गल्ला बंद', text: 'गल्ला {till} बंद किया गया।' },
      'collection.handed-over': { title: 'संग्रह की नकदी', text: '{agent} ने {amount} सौंपे; प्रविष्टि {number} बनी।' },
      'collection.cash-waiting': {
        title: 'अभिकर्ता के पास नकदी',
        text: '{agent} के पास की नकदी अब सौंपी जानी चाहिए।',
      },
      'approval.requested': { title: 'अनुमोदन की प्रतीक्षा', text: '{asked}' },
      'approval.decided': { title: 'अनुरोध पर निर्णय', text: '{asked}' },
      'voucher.posted': { title: 'वाउचर दर्ज', text: '{narration} {amount}; वाउचर {number} बना।' },
      'business-day.moved': { title: 'नया कार्य दिवस', text: 'कार्य दिवस अब {businessDate} है।' },
      'day-end.finished': { title: 'दिवस समाप्ति', text: '{until} तक के दिवस समाप्त हुए।' },
      'day-end.stopped': { title: 'दिवस समाप्ति रुक गई', text: '{day} अभी समाप्त नहीं हुआ। कारण देखें।' },
      'settings.changed': { title: 'सेटिंग बदली', text: 'सेटिंग {name} बदली गई।' },
      'password.changed': { title: 'आपका पासवर्ड बदला गया', text: 'यदि यह आपने नहीं किया, तो तुरंत प्रशासक को बताएँ।' },
      'system.announced': { title: 'घोषणा', text: '{text}' },
    },
  },
};

/** What somebody asked a second person for, and what became of it: whole, and without names of members and amounts. */
export const REQUEST_TEXTS: Record<
  Language,
  { whole: RequestTexts; guarded: RequestTexts; aMember: string; kinds: Readonly<Record<ApprovalKind, string>> }
> = {
  en: {
    whole: {
      pending: '{maker} asked for approval: {summary}',
      approved: '{decider} approved what {maker} asked for: {summary}',
      rejected: '{decider} rejected what {maker} asked for: {summary}',
      withdrawn: '{maker} took a request back: {summary}',
    },
    guarded: {
      pending: '{maker} asked for approval of {kind}.',
      approved: '{decider} approved {kind} that {maker} asked for.',
      rejected: '{decider} rejected {kind} that {maker} asked for.',
      withdrawn: '{maker} took back a request for {kind}.',
    },
    aMember: 'A member',
    kinds: {
      withdrawal: 'a withdrawal',
      transfer: 'a transfer',
      voucher: 'a voucher',
      reversal: 'a reversal',
      'member-status': 'a change of a member’s status',
      'member-details': 'a change of a member’s details',
      'member-picture': 'a new photo or signature of a member',
      setting: 'a change of a rule',
      fee: 'a change of a fee',
      'deposit-product': 'a change of a kind of account',
      'term-product': 'a change of a kind of term deposit',
      'term-opening': 'the opening of a term deposit',
      'term-closure': 'the closure of a term deposit',
      'deposit-restriction': 'a hold, lien or freeze on an account',
      'restriction-lift': 'the lifting of a hold, lien or freeze',
      'deposit-reactivation': 'the re-activation of a dormant account',
      role: 'a change of a role’s rights',
      'user-role': 'a change of a user’s role',
      'till-limit': 'a change of a till’s cash limit',
    },
  },
  hi: {
    whole: {
      pending: '{maker} ने अनुमोदन माँगा: {summary}',
      approved: '{maker} का अनुरोध {decider} ने स्वीकृत किया: {summary}',
      rejected: '{maker} का अनुरोध {decider} ने अस्वीकृत किया: {summary}',
      withdrawn: '{maker} ने अपना अनुरोध वापस लिया: {summary}',
    },
    guarded: {
      pending: '{maker} ने {kind} के लिए अनुमोदन माँगा।',
      approved: '{kind} के लिए {maker} का अनुरोध {decider} ने स्वीकृत किया।',
      rejected: '{kind} के लिए {maker} का अनुरोध {decider} ने अस्वीकृत किया।',
      withdrawn: '{maker} ने {kind} का अनुरोध वापस लिया।',
    },
    aMember: 'एक सदस्य',
    kinds: {
      withdrawal: 'निकासी',
      transfer: 'अंतरण',
      voucher: 'वाउचर',
      reversal: 'उलट प्रविष्टि',
      'member-status': 'किसी सदस्य की स्थिति में बदलाव',
      'member-details': 'किसी सदस्य के विवरण में बदलाव',
      'member-picture': 'किसी सदस्य की नई फ़ोटो या हस्ताक्षर',
      setting: 'एक नियम में बदलाव',
      fee: 'एक शुल्क में बदलाव',
      'deposit-product': 'एक प्रकार के खाते में बदलाव',
      'term-product': 'एक प्रकार की सावधि जमा में बदलाव',
      'term-opening': 'सावधि जमा खोलने',
      'term-closure': 'सावधि जमा बंद करने',
      'deposit-restriction': 'किसी खाते पर रोक लगाने',
      'restriction-lift': 'किसी खाते की रोक हटाने',
      'deposit-reactivation': 'निष्क्रिय खाता फिर चालू करने',
      role: 'एक भूमिका के अधिकारों में बदलाव',
      'user-role': 'एक उपयोगकर्ता की भूमिका में बदलाव',
      'till-limit': 'एक गल्ले की नक़द सीमा में बदलाव',
    },
  },
};

/** Where an event leads; `{…}` are ids of its payload. */
export const LINKS: Record<'member' | 'staff', Partial<Record<EventName, string>>> = {
  member: {
    'receipt.issued': '/receipts/{receiptId}',
    'savings.withdrawn': '/receipts/{receiptId}',
    'instruction.taken': '/accounts/{depositId}',
    'instruction.failed': '/accounts/{depositId}',
    'instalment.missed': '/accounts/{depositId}',
    'deposit.irregular': '/accounts/{depositId}',
    'deposit.restricted': '/accounts/{depositId}',
    'deposit.dormant': '/accounts/{depositId}',
    'deposit.reactivated': '/accounts/{depositId}',
    'deposit.released': '/accounts/{depositId}',
    'deposit.accepted': '/accounts',
    'deposit.refused': '/deposits/requests',
    'shares.allotted': '/shares',
  },
  staff: {
    'application.submitted': '/staff/applications/{applicationId}',
    'application.returned': '/staff/applications/{applicationId}',
    'application.rejected': '/staff/applications/{applicationId}',
    'member.approved': '/staff/members/{memberId}',
    'member.activated': '/staff/members/{memberId}',
    'member.status-changed': '/staff/members/{memberId}',
    'receipt.issued': '/staff/transactions/{entryId}',
    'savings.withdrawn': '/staff/transactions/{entryId}',
    'interest.credited': '/staff/transactions/{entryId}',
    'instruction.taken': '/staff/transactions/{entryId}',
    'instruction.failed': '/staff/savings/{depositId}',
    'deposit.irregular': '/staff/savings/{depositId}',
    'deposit.matured': '/staff/transactions/{entryId}',
    'deposit.restricted': '/staff/savings/{depositId}',
    'deposit.dormant': '/staff/savings/{depositId}',
    'deposit.reactivated': '/staff/savings/{depositId}',
    'deposit.released': '/staff/savings/{depositId}',
    'savings.transferred': '/staff/transactions/{entryId}',
    'entry.reversed': '/staff/transactions/{entryId}',
    'shares.allotted': '/staff/transactions/{entryId}',
    'voucher.posted': '/staff/transactions/{entryId}',
    'approval.requested': '/staff/approvals/{approvalId}',
    'approval.decided': '/staff/approvals/{approvalId}',
    'day-end.finished': '/staff/books/day-end',
    'day-end.stopped': '/staff/books/day-end',
  },
};
