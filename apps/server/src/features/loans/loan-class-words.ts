import type { LoanClass } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';

interface ClassWords {
  readonly heads: readonly string[];
  readonly all: string;
  readonly classNames: Readonly<Record<LoanClass, string>>;
}

/** Words of the report of classes as a file. */
export const classWords: Readonly<Record<Language, ClassWords>> = {
  en: {
    heads: [
      'Kind of loan',
      'Class',
      'Rate with security, %',
      'Rate without, %',
      'Loans',
      'Principal owed',
      'Covered by security',
      'Not covered',
      'Overdue',
      'Provision needed',
      'Provision held',
      'Lacks',
    ],
    all: 'All',
    classNames: {
      standard: 'Standard',
      watch: 'Watch',
      'sub-standard': 'Sub-standard',
      doubtful: 'Doubtful',
      'doubtful-1': 'Doubtful, first year',
      'doubtful-2': 'Doubtful, second and third year',
      'doubtful-3': 'Doubtful, longer',
      loss: 'Loss',
    },
  },
  hi: {
    heads: [
      'ऋण का प्रकार',
      'श्रेणी',
      'बंधक पर दर, %',
      'बाकी पर दर, %',
      'ऋण',
      'बाकी मूलधन',
      'बंधक से ढका',
      'बिना बंधक',
      'बकाया',
      'आवश्यक प्रावधान',
      'रखा गया प्रावधान',
      'कमी',
    ],
    all: 'सभी',
    classNames: {
      standard: 'मानक',
      watch: 'निगरानी',
      'sub-standard': 'अवमानक',
      doubtful: 'संदिग्ध',
      'doubtful-1': 'संदिग्ध, पहला वर्ष',
      'doubtful-2': 'संदिग्ध, दूसरा और तीसरा वर्ष',
      'doubtful-3': 'संदिग्ध, उससे पुराना',
      loss: 'हानि',
    },
  },
};
