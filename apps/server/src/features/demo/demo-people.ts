// Invented people and what is typed about them. Names in two scripts, so that search and print can be seen with both; the
// office writes English and Hindi as it comes, as a society of the hills does.

/** In Latin and in Devanagari. */
export type Named = readonly [string, string];

export const WOMEN: readonly Named[] = [
  ['Sunita', 'सुनीता'],
  ['Kamla', 'कमला'],
  ['Geeta', 'गीता'],
  ['Radha', 'राधा'],
  ['Pushpa', 'पुष्पा'],
  ['Anita', 'अनीता'],
  ['Meera', 'मीरा'],
  ['Savitri', 'सावित्री'],
  ['Lalita', 'ललिता'],
  ['Rekha', 'रेखा'],
  ['Basanti', 'बसंती'],
  ['Deepa', 'दीपा'],
  ['Hema', 'हेमा'],
  ['Kusum', 'कुसुम'],
  ['Nirmala', 'निर्मला'],
  ['Parvati', 'पार्वती'],
  ['Saroj', 'सरोज'],
  ['Tara', 'तारा'],
  ['Usha', 'उषा'],
  ['Vimla', 'विमला'],
];

export const MEN: readonly Named[] = [
  ['Mohan', 'मोहन'],
  ['Ramesh', 'रमेश'],
  ['Suresh', 'सुरेश'],
  ['Dinesh', 'दिनेश'],
  ['Harish', 'हरीश'],
  ['Prakash', 'प्रकाश'],
  ['Gopal', 'गोपाल'],
  ['Bhuwan', 'भुवन'],
  ['Kishan', 'किशन'],
  ['Mahesh', 'महेश'],
  ['Naresh', 'नरेश'],
  ['Pratap', 'प्रताप'],
  ['Rajendra', 'राजेंद्र'],
  ['Shankar', 'शंकर'],
  ['Trilok', 'त्रिलोक'],
  ['Umesh', 'उमेश'],
  ['Vijay', 'विजय'],
  ['Jagdish', 'जगदीश'],
  ['Anand', 'आनंद'],
  ['Chandan', 'चंदन'],
];

export const SURNAMES: readonly Named[] = [
  ['Rawat', 'रावत'],
  ['Negi', 'नेगी'],
  ['Bisht', 'बिष्ट'],
  ['Joshi', 'जोशी'],
  ['Pant', 'पंत'],
  ['Bhatt', 'भट्ट'],
  ['Rana', 'राणा'],
  ['Thapa', 'थापा'],
  ['Gurung', 'गुरुंग'],
  ['Semwal', 'सेमवाल'],
  ['Uniyal', 'उनियाल'],
  ['Dobhal', 'डोभाल'],
  ['Kandari', 'कंडारी'],
  ['Panwar', 'पंवार'],
  ['Chauhan', 'चौहान'],
];

export const LOCALITIES: readonly string[] = [
  'Ward 1, Hill Road',
  'वार्ड 2, बाज़ार',
  'Ward 3, School Lane',
  'वार्ड 4, नदी किनारे',
  'Ward 5, Upper Village',
];
export const OCCUPATIONS: readonly Named[] = [
  ['Farmer', 'खेती'],
  ['Teacher', 'अध्यापन'],
  ['Shopkeeper', 'दुकानदारी'],
  ['Driver', 'वाहन चालक'],
  ['Weaver', 'बुनाई'],
  ['Nurse', 'नर्स'],
  ['Carpenter', 'बढ़ईगीरी'],
  ['Government service', 'सरकारी नौकरी'],
  ['Tailor', 'सिलाई'],
  ['Dairy', 'दूध का काम'],
];
export const WIFE: Named = ['wife', 'पत्नी'];
export const HUSBAND: Named = ['husband', 'पति'];

export const MONTHS: readonly Named[] = [
  ['January', 'जनवरी'],
  ['February', 'फरवरी'],
  ['March', 'मार्च'],
  ['April', 'अप्रैल'],
  ['May', 'मई'],
  ['June', 'जून'],
  ['July', 'जुलाई'],
  ['August', 'अगस्त'],
  ['September', 'सितंबर'],
  ['October', 'अक्टूबर'],
  ['November', 'नवंबर'],
  ['December', 'दिसंबर'],
];

/** User name, name, role: one of every role, and a second cashier for the second till. */
export const STAFF = [
  { username: 'manager', name: 'Meenakshi Joshi', role: 'manager' },
  { username: 'cashier', name: 'Kiran Bisht', role: 'cashier' },
  { username: 'cashier2', name: 'Lokesh Rana', role: 'cashier' },
  { username: 'accountant', name: 'Amit Pant', role: 'accountant' },
  { username: 'loanofficer', name: 'Tanuja Semwal', role: 'loan_officer' },
  { username: 'committee', name: 'Chandra Negi', role: 'committee' },
  { username: 'auditor', name: 'Farida Khan', role: 'auditor' },
  { username: 'agent1', name: 'Suresh Negi', role: 'agent' },
  { username: 'agent2', name: 'Kamla Bhatt', role: 'agent' },
];
export const ADMINISTRATOR = { username: 'admin', name: 'Asha Uniyal' } as const;
