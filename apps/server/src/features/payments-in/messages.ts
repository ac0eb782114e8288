import type { Messages } from '../../platform/http/sentences.ts';

export const paymentsInMessages: Messages = {
  en: {
    PAYMENT_REQUEST_UNKNOWN: 'There is no such payment request.',
    PHONE_PAYMENTS_NOT_OFFERED: 'The society has not said yet where payments from phones go. Pay at the counter.',
    PAYMENT_MEMBER_MISSING: 'Say which member pays.',
    PAYMENT_REQUEST_EXPIRED: 'The time of this request is over. Make a new one; do not pay an old code.',
    PAYMENT_REQUEST_OVER: 'This request is closed.',
    PAYMENT_REQUEST_NOT_SHOWN: 'The code of this request was never shown, so nothing can have been paid with it.',
    PAYMENT_UTR_FORM: 'The UTR has twelve digits. Your payment app shows it with the payment.',
    PAYMENT_NUMBER_FORM: 'The number has 6 to 35 letters and digits, as your payment app shows it.',
    PAYMENT_NUMBER_TAKEN:
      'This number cannot be used here. Look at it again in your payment app; if it is right, show it at the office.',
    PAYMENT_OWN: 'Nobody decides on a payment of their own. Somebody else can.',
  },
  hi: {
    PAYMENT_REQUEST_UNKNOWN: 'ऐसा कोई भुगतान अनुरोध नहीं है।',
    PHONE_PAYMENTS_NOT_OFFERED: 'समिति ने अभी नहीं बताया कि फ़ोन से भुगतान कहाँ जाए। काउंटर पर भुगतान करें।',
    PAYMENT_MEMBER_MISSING: 'बताएँ कि कौन सदस्य भुगतान करता है।',
    PAYMENT_REQUEST_EXPIRED: 'इस अनुरोध का समय समाप्त हो गया। नया बनाएँ; पुराने कोड पर भुगतान न करें।',
    PAYMENT_REQUEST_OVER: 'यह अनुरोध बंद हो चुका है।',
    PAYMENT_REQUEST_NOT_SHOWN: 'इस अनुरोध का कोड कभी दिखाया नहीं गया, इसलिए उससे भुगतान नहीं हो सकता था।',
    PAYMENT_UTR_FORM: 'यूटीआर में बारह अंक होते हैं। आपका भुगतान ऐप उसे भुगतान के साथ दिखाता है।',
    PAYMENT_NUMBER_FORM: 'संख्या में 6 से 35 अक्षर और अंक होते हैं, जैसा भुगतान ऐप दिखाता है।',
    PAYMENT_NUMBER_TAKEN: 'यह संख्या यहाँ नहीं लग सकती। भुगतान ऐप में फिर देखें; सही हो तो कार्यालय में दिखाएँ।',
    PAYMENT_OWN: 'अपने भुगतान पर कोई स्वयं निर्णय नहीं लेता। कोई और ले सकता है।',
  },
};
