// Sentences about what is given as security.

import type { Messages } from '../../platform/http/sentences.ts';

export const collateralMessages: Messages = {
  en: {
    COLLATERAL_UNKNOWN: 'There is no such security on this loan.',
    COLLATERAL_IS_HERE: '“{item}” has been received already.',
    COLLATERAL_NOT_HERE: '“{item}” is not in the keeping of the society.',
    COLLATERAL_VALUED_AHEAD: 'A valuation is of {today} or earlier.',
    COLLATERAL_TWICE: 'Account {number} stands there already.',
    COLLATERAL_NOT_FREE: 'Of account {number} {free:money} are free; more is not taken as security.',
    COLLATERAL_DEPOSIT_LATE: 'Loan {number} is paid out. Put a lien on the account itself.',
    COLLATERAL_DEPOSIT_STAYS:
      'Account “{item}” is neither received nor given back: its lien comes with the payout and goes when nothing is owed.',
    COLLATERAL_BEFORE_SANCTION: 'Loan {number} is not sanctioned. Security is received once it is.',
    COLLATERAL_STILL_NEEDED: 'Loan {number} is not over. Security is given back when nothing is owed on it.',
    COLLATERAL_WAITING:
      'Something about the security of loan {number} waits for a second person already. Decide that first.',
    COLLATERAL_NOT_RECEIVED:
      '{count} of what secures this loan is not received yet. Receive it before the money goes out.',
    COLLATERAL_NOTHING_RELEASED: 'Nothing was given back of loan {number}, so there is no paper of it yet.',
    GOLD_NET_NOTHING: 'What is taken off leaves no gold. Weigh again.',
    GOLD_RATE_MISSING:
      'The society has not said what gold is worth on {day}. The manager sets the rate of a gram under the rules.',
    GOLD_PACKET_TAKEN: 'Packet {packet} is in use. Give this one another number.',
    LOAN_TO_VALUE: 'This loan comes to {value} % of what its security is worth; {limit} % is the most.',
    LOAN_COLLATERAL_MISSING: 'This loan is lent against security. Name it and have it valued first.',
    ASKS_COLLATERAL_RECEIPT: 'Receive the security for loan {loan} of {name} ({number})',
    ASKS_COLLATERAL_RELEASE: 'Give back the security of loan {loan} to {name} ({number})',
    LINE_COLLATERAL: 'Security',
    LINE_KEPT_WHERE: 'Kept in',
    LINE_RELEASED_TO: 'Handed to',
  },
  hi: {
    COLLATERAL_UNKNOWN: 'इस ऋण पर ऐसा कोई बंधक नहीं है।',
    COLLATERAL_IS_HERE: '“{item}” पहले ही लिया जा चुका है।',
    COLLATERAL_NOT_HERE: '“{item}” समिति के पास नहीं है।',
    COLLATERAL_VALUED_AHEAD: 'मूल्यांकन {today} या उससे पहले का होता है।',
    COLLATERAL_TWICE: 'खाता {number} पहले से लिखा है।',
    COLLATERAL_NOT_FREE: 'खाते {number} में {free:money} मुक्त हैं; उससे अधिक बंधक नहीं होता।',
    COLLATERAL_DEPOSIT_LATE: 'ऋण {number} दिया जा चुका है। ग्रहणाधिकार सीधे खाते पर लगाएँ।',
    COLLATERAL_DEPOSIT_STAYS:
      'खाता “{item}” न लिया जाता है न लौटाया: उस पर ग्रहणाधिकार भुगतान के साथ लगता है और ऋण चुकने पर हटता है।',
    COLLATERAL_BEFORE_SANCTION: 'ऋण {number} स्वीकृत नहीं है। बंधक स्वीकृति के बाद लिया जाता है।',
    COLLATERAL_STILL_NEEDED: 'ऋण {number} अभी चल रहा है। बंधक तब लौटता है जब कुछ बाकी न रहे।',
    COLLATERAL_WAITING: 'ऋण {number} के बंधक की कोई बात पहले से दूसरे व्यक्ति की हाँ की प्रतीक्षा में है। पहले उस पर निर्णय लें।',
    COLLATERAL_NOT_RECEIVED: 'इस ऋण के {count} बंधक अभी लिए नहीं गए। पैसा देने से पहले उन्हें लें।',
    COLLATERAL_NOTHING_RELEASED: 'ऋण {number} का कुछ लौटाया नहीं गया, इसलिए उसका काग़ज़ अभी नहीं है।',
    GOLD_NET_NOTHING: 'घटाने के बाद सोना नहीं बचता। फिर से तौलें।',
    GOLD_RATE_MISSING: 'समिति ने {day} के लिए सोने का भाव नहीं रखा। प्रबंधक नियमों में एक ग्राम का भाव रखें।',
    GOLD_PACKET_TAKEN: 'पैकेट {packet} उपयोग में है। इसे दूसरी संख्या दें।',
    LOAN_TO_VALUE: 'यह ऋण बंधक के मूल्य का {value} % है; अधिकतम {limit} % हो सकता है।',
    LOAN_COLLATERAL_MISSING: 'यह ऋण बंधक पर मिलता है। पहले बंधक लिखें और उसका मूल्य आँकें।',
    ASKS_COLLATERAL_RECEIPT: '{name} ({number}) के ऋण {loan} का बंधक लेना',
    ASKS_COLLATERAL_RELEASE: '{name} ({number}) को ऋण {loan} का बंधक लौटाना',
    LINE_COLLATERAL: 'बंधक',
    LINE_KEPT_WHERE: 'कहाँ रखा है',
    LINE_RELEASED_TO: 'किसे दिया',
  },
};
