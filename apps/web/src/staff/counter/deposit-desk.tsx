import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CounterMember, TermProduct, TermProductList } from '../answers.ts';
import { client } from '../staff-api.ts';
import { ChoiceBox } from '../ui/fields.tsx';
import { Answered, Empty, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { DemandDesk } from './demand-desk.tsx';
import { TermDesk } from './term-desk.tsx';

/** Every account and deposit begins here; which kind it is decides what has to be said. */
export function DepositDesk({ person, onNext }: { person: CounterMember; onNext: () => void }) {
  const t = useWords();
  const [chosen, setChosen] = useState('');
  const terms = useQuery({ queryKey: ['term-products'], queryFn: () => client.get('/api/term-products') });
  const demand = useQuery({ queryKey: ['deposit-products'], queryFn: () => client.get('/api/deposit-products') });
  if (!person.moneyInAllowed) return <Note tone="warning">{t('counter.moneyInStopped')}</Note>;
  return (
    <Answered query={terms} lines={6}>
      {(list) => (
        <Answered query={demand} lines={6}>
          {({ items: accounts }) => {
            const deposits = openable(list);
            const offered = [...deposits, ...accounts];
            const code = chosen === '' ? (offered[0]?.code ?? '') : chosen;
            const kindChoice = (
              <ChoiceBox
                label={t('counter.depositKind')}
                name="productCode"
                value={code}
                choices={offered.map((one) => ({ value: one.code, label: one.name }))}
                onChange={setChosen}
              />
            );
            const shared = { person, kindChoice, onNext };
            const term = deposits.find((one) => one.code === code);
            if (term !== undefined) return <TermDesk key={code} {...shared} product={term} />;
            const account = accounts.find((one) => one.code === code);
            if (account !== undefined) return <DemandDesk key={code} {...shared} product={account} />;
            return <Empty title={t('counter.noProducts')} />;
          }}
        </Answered>
      )}
    </Answered>
  );
}

function openable({ fixedAllowed, items }: TermProductList): readonly TermProduct[] {
  return items.filter(({ isOffered, kind }) => isOffered && (kind === 'recurring' || fixedAllowed));
}
