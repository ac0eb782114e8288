import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDevanagari, latinOfDevanagari } from './devanagari.ts';
import { soundKey, soundsOf, typedSound } from './sound-key.ts';

describe('ways to write one name sound the same', () => {
  test.each([
    ['Sunita', 'Suneeta', 'सुनीता'],
    ['Thapa', 'Thaapa', 'थापा'],
    ['Tapa', 'Thapa', 'थापा'],
    ['Kamla', 'Kamala', 'कमला'],
    ['Lakshmi', 'Laxmi', 'लक्ष्मी'],
    ['Krishna', 'Krishn', 'कृष्ण'],
    ['Vishnu', 'Bishnu', 'विष्णु'],
    ['Bikash', 'Vikas', 'विकास'],
    ['Deepak', 'Dipak', 'दीपक'],
    ['Seeta', 'Sita', 'सीता'],
    ['Roopa', 'Rupa', 'रूपा'],
    ['Pooja', 'Puja', 'पूजा'],
    ['Ram', 'Rama', 'राम'],
    ['Pradeep', 'Pradip', 'प्रदीप'],
    ['Prakash', 'Prakaash', 'प्रकाश'],
    ['Ganesh', 'Ganes', 'गणेश'],
    ['Saraswati', 'Sarswati', 'सरस्वती'],
    ['Narayan', 'Narain', 'नारायण'],
    ['Jay', 'Jai', 'जय'],
    ['Sanjay', 'Sanjai', 'संजय'],
    ['Priya', 'Pria', 'प्रिया'],
    ['Maya', 'Maaya', 'माया'],
    ['Jyoti', 'Jyothi', 'ज्योति'],
    ['Gyan', 'Jnan', 'ज्ञान'],
    ['Saurabh', 'Sourabh', 'सौरभ'],
    ['Gautam', 'Gotam', 'गौतम'],
    ['Vaishali', 'Vaishaalee', 'वैशाली'],
    ['Jagdish', 'Jagadeesh', 'जगदीश'],
    ['Ashish', 'Aashis', 'आशीष'],
    ['Mamta', 'Mamata', 'ममता'],
    ['Chaudhary', 'Choudhari', 'चौधरी'],
    ['Gauda', 'Gowda', 'गौडा'],
    ['Navneet', 'Nabnit', 'नवनीत'],
    ['Bhavna', 'Bhawana', 'भावना'],
    ['Rawat', 'Ravat', 'रावत'],
    ['Bisht', 'Bist', 'बिष्ट'],
    ['Singh', 'Sinh', 'सिंह'],
    ['Tamang', 'Tamaang', 'तामाङ'],
    ['Gurung', 'Guroong', 'गुरुङ'],
    ['Rai', 'Ray', 'राई'],
    ['Pandey', 'Pande', 'पांडेय'],
    ['Bhatt', 'Bhat', 'भट्ट'],
    ['Bhattarai', 'Bhatarai', 'भट्टराई'],
    ['Chhetri', 'Chettri', 'छेत्री'],
    ['Shrestha', 'Sreshta', 'श्रेष्ठ'],
    ['Poudel', 'Paudel', 'पौडेल'],
    ['Mishra', 'Misra', 'मिश्र'],
    ['Champa', 'Champaa', 'चंपा'],
    ['Zarina', 'Jarina', 'ज़रीना'],
    ['Phulmaya', 'Fulmaya', 'फूलमाया'],
    ['Chand', 'Chaand', 'चाँद'],
    ['Garhwal', 'Garwal', 'गढ़वाल'],
    ['Debi', 'Devi', 'देवी'],
    ['Sunītā', 'SUNITA', 'सुनिता'],
  ])('%s, %s and %s', (one, another, inDevanagari) => {
    expect([soundKey(another), soundKey(inDevanagari)]).toEqual([soundKey(one), soundKey(one)]);
  });
});

describe('other names sound other', () => {
  test.each([
    ['Sunita', 'Anita'],
    ['Sunita', 'Sujata'],
    ['Sita', 'Gita'],
    ['Kamal', 'Komal'],
    ['Kiran', 'Karan'],
    ['Suraj', 'Suresh'],
    ['Amit', 'Amrit'],
    ['Mohan', 'Mohit'],
    ['Bina', 'Mina'],
    ['Hari', 'Hira'],
    ['Ram', 'Rima'],
    ['Thapa', 'Thakur'],
    ['Rai', 'Rana'],
    ['Rawat', 'Raut'],
    ['Dev', 'Devi'],
    ['Surya', 'Suri'],
    ['Vidya', 'Vidhi'],
    ['Sharma', 'Verma'],
    ['Deepa', 'Deepak'],
    ['रीता', 'रीना'],
    ['Geeta', 'सीता'],
    ['Negi', 'नागी'],
  ])('%s and %s', (one, another) => {
    expect(soundKey(one)).not.toBe(soundKey(another));
  });
});

test('a name is found while it is being typed, in either script', () => {
  const whole = soundKey('Sunita');
  for (const typed of ['s', 'su', 'sun', 'sunee', 'suneet', 'सु', 'सुनी', 'सुनीत']) {
    expect([typed, whole.startsWith(typedSound(typed).key), typedSound(typed).isWhole]).toEqual([typed, true, false]);
  }
});

test('an a at the end may end the word, so Asha is not Ashok; the a that was just begun with is kept', () => {
  expect(typedSound('Asha')).toEqual({ key: 'as', isWhole: true });
  expect(typedSound('आशा')).toEqual({ key: 'as', isWhole: true });
  expect(typedSound('Tha')).toEqual({ key: 'ta', isWhole: false });
  expect(typedSound('कमल')).toEqual({ key: 'kaml', isWhole: false });
});

test('the sounds of a name in both scripts are one', () => {
  expect(soundsOf('Sunita Thapa सुनीता थापा')).toEqual(['sunit', 'tap']);
  expect(soundsOf(' – ')).toEqual([]);
});

test('Devanagari is read letter by letter', () => {
  expect(latinOfDevanagari('कृष्ण')).toBe('krishna');
  expect(latinOfDevanagari('सिंह')).toBe('sinha');
  expect([isDevanagari('Ram राम'), isDevanagari('Ram')]).toEqual([true, false]);
});

test('the two ways to compose a letter give one key', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aeiouक़ज़ड़ढ़ाीुेंh', 'é', 'ā') }), (text) => {
      expect(soundKey(text.normalize('NFD'))).toBe(soundKey(text.normalize('NFC')));
    }),
  );
});
