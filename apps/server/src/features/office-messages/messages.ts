import type { Messages } from '../../platform/http/sentences.ts';

export const officeMessagesMessages: Messages = {
  en: {
    MESSAGE_NOT_FOUND: 'There is no such message.',
    MESSAGE_CLOSED: 'This message is closed; write a new one.',
    MESSAGE_NOT_CLOSED: 'This message is not closed.',
    MESSAGE_REOPEN_LATE: 'The days in which this message could be opened again are over; write a new one.',
    MESSAGE_TOO_MANY:
      'You have written {most} times to the office within a day. Come again tomorrow, or call the office.',
    MESSAGE_FILES_MANY: 'There are {most} files with this message already.',
    MESSAGE_COLLEAGUE: 'Nobody of that kind answers messages.',
    MESSAGE_OWN: 'This message is your own as a member; a colleague answers it.',
  },
  hi: {
    MESSAGE_NOT_FOUND: 'ऐसा कोई संदेश नहीं है।',
    MESSAGE_CLOSED: 'यह संदेश बंद है; नया लिखें।',
    MESSAGE_NOT_CLOSED: 'यह संदेश बंद नहीं है।',
    MESSAGE_REOPEN_LATE: 'इस संदेश को फिर खोलने के दिन बीत चुके हैं; नया लिखें।',
    MESSAGE_TOO_MANY: 'आपने एक दिन में कार्यालय को {most} बार लिखा है। कल फिर लिखें, या कार्यालय को फ़ोन करें।',
    MESSAGE_FILES_MANY: 'इस संदेश के साथ पहले से {most} फ़ाइलें हैं।',
    MESSAGE_COLLEAGUE: 'ऐसा कोई व्यक्ति संदेशों का उत्तर नहीं देता।',
    MESSAGE_OWN: 'यह सदस्य के रूप में आपका अपना संदेश है; उत्तर कोई सहकर्मी देगा।',
  },
};
