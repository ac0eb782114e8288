import type { Messages } from '../../platform/http/sentences.ts';

export const sharesMessages: Messages = {
  en: {
    SHARES_MEMBER_STATUS: 'Shares are allotted to a member who has paid all dues and has not left.',
    SHARE_MONEY_SHORT: 'These shares cost {needed:money}; only {pending:money} is waiting.',
    SHARE_AMOUNT_NOT_MULTIPLE:
      'Shares cost {faceValue:money} each; {remainder:money} of the amount does not buy a whole one.',
    SHARE_AMOUNT_TOO_SMALL: 'One share costs {faceValue:money}; {amount:money} does not buy one.',
    SHARE_MINIMUM_NOT_REACHED:
      'A member holds at least {minimumShares} shares; {missing:money} more is needed before they can be allotted.',
    SHARE_CAP_EXCEEDED:
      'One member may hold at most {maximumShares} shares now; they hold {holding} and ask for {shares} more.',
  },
  hi: {
    SHARES_MEMBER_STATUS: 'अंश उसी सदस्य को आवंटित होते हैं जिसने सभी देय चुका दिए हैं और जो समिति से गया नहीं है।',
    SHARE_MONEY_SHORT: 'इन अंशों का मूल्य {needed:money} है; केवल {pending:money} प्रतीक्षा में है।',
    SHARE_AMOUNT_NOT_MULTIPLE: 'एक अंश का मूल्य {faceValue:money} है; राशि के {remainder:money} से पूरा अंश नहीं आता।',
    SHARE_AMOUNT_TOO_SMALL: 'एक अंश का मूल्य {faceValue:money} है; {amount:money} से एक भी अंश नहीं आता।',
    SHARE_MINIMUM_NOT_REACHED: 'सदस्य के पास कम से कम {minimumShares} अंश होते हैं; आवंटन से पहले {missing:money} और चाहिए।',
    SHARE_CAP_EXCEEDED: 'अभी एक सदस्य अधिकतम {maximumShares} अंश रख सकता है; उसके पास {holding} हैं और {shares} और माँगे गए हैं।',
  },
};
