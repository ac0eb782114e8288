import type { loanMoneyMessages as english } from '../en/loan-money.ts';

export const loanMoneyMessages: Record<keyof typeof english, string> = {
  'counter.valueOn': 'किस दिन से गिना जाए',
  'counter.valueOnHow': 'केवल तब, जब पैसा पहले किसी दिन आया हो।',
  'correction.title': 'ऋण {number} {day} से फिर गिना गया',
  'correction.how': 'तब से इस पर पैसा दर्ज हुआ है। इससे जो बदलता है, उसे इसी के साथ एक प्रविष्टि ठीक करती है।',
  'correction.part': 'क्या चुका',
  'correction.entry': 'इससे, {currency}',
  'correction.correction': 'ठीक किया, {currency}',
  'correction.owed': 'बाकी: पहले {before}, बाद में {after}।',
  'correction.penal': 'इन दिनों की देरी का शुल्क: पहले {before}, बाद में {after}।',
  'correction.part.principal': 'मूलधन',
  'correction.part.interest': 'ब्याज',
  'correction.part.fee': 'शुल्क',
  'correction.part.penalty': 'दंड शुल्क',
  'correction.books': 'ठीक करने वाली प्रविष्टि',
  'loan.payoutAccount': 'खाता',
  'loan.payoutWay': 'कैसे दिया जाए',
  'loan.payoutCashHow': 'दूसरे व्यक्ति की हाँ के बाद नक़द आपके गल्ले से जाता है; वाउचर अनुमोदन के साथ मिलता है।',
  'entry.kind.correction': 'ऋण फिर गिना गया',
  'audit.loan.corrected': 'ऋण फिर गिना गया',
  'audit.loan.penal-recounted': 'ऋण का दंड शुल्क फिर गिना गया',
};
