/** सदस्यों को क्या पहले से याद दिलाया जाता है। */
export const reminderMessages = {
  'nav.reminders': 'अनुस्मारक',
  'reminders.none': 'अगले सात दिनों में कोई अनुस्मारक नहीं',
  'reminders.title_one': 'अगले सात दिनों में {count} अनुस्मारक',
  'reminders.title_other': 'अगले सात दिनों में {count} अनुस्मारक',
  'reminders.lead':
    'दिवस समाप्ति सदस्यों को आने वाली बात उतने दिन पहले बताती है। हर सदस्य को एक बार, उसकी पसंद के माध्यम से; जो चुका दिया गया है उसकी याद नहीं दिलाई जाती।',
  'reminders.what': 'किसकी',
  'reminders.when': 'कितने दिन पहले',
  'reminders.never': 'किसी को याद नहीं दिलाई जाती',
  'reminders.week': 'अगले सात दिन',
  'reminders.members': 'सदस्य',
  'reminders.daySentence_one': '{day}: {count} सदस्य',
  'reminders.daySentence_other': '{day}: {count} सदस्य',
  'reminders.nobody': 'अगले सात दिनों में कोई नहीं',
  'reminders.kind.loan-instalment': 'ऋण की किस्त',
  'reminders.kind.deposit-instalment': 'आवर्ती जमा की किस्त',
  'reminders.kind.thrift': 'महीने की अनिवार्य बचत',
  'reminders.kind.maturity': 'जमा की परिपक्वता',
  'reminders.kind.kyc': 'जिन दस्तावेज़ों को नया करना है',
  'reminders.kind.meeting': 'आम सभा',
};
