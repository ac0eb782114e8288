import { toLatinDigits } from '@kafal/core';
import { useState } from 'react';
import { readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import type { ChangeProductRequest, ProductRule } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import type { Column } from '../ui/data-table.tsx';
import { MoneyBox, TextBox } from '../ui/fields.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { NameFields } from './change-fee.tsx';
import { RuleChangeForm, useTypedWhy, WaitingLink, WhyFields } from './rule-change.tsx';
import { RuleHistory } from './rule-history.tsx';
import { useProductHistory } from './setting-queries.ts';
import { percentWords } from './setting-value.ts';

/** Another rate or smallest balance from a day on. */
export function ChangeProduct({ product }: { product: ProductRule }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const history = useProductHistory(product.code);
  type Past = NonNullable<typeof history.data>['items'][number];
  const columns: Column<Past>[] = [
    {
      name: 'rate',
      heading: t('product.rate'),
      isNumber: true,
      cell: (past) => percentWords(past.annualRate),
    },
    {
      name: 'minimum',
      heading: t('product.minimum'),
      isNumber: true,
      cell: (past) => format.money(past.minimumBalance),
    },
  ];
  return (
    <div className="stack stack-wide">
      <p>{t('product.help')}</p>
      {product.waitingApprovalId !== null ? (
        <Note>
          {t('rule.isWaiting')} <WaitingLink approvalId={product.waitingApprovalId} />
        </Note>
      ) : (
        may('settings.change') && <ProductForm product={product} />
      )}
      <RuleHistory query={history} columns={columns} />
    </div>
  );
}

function ProductForm({ product }: { product: ProductRule }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const { why, set, body } = useTypedWhy();
  const [rate, setRate] = useState(product.annualRate);
  const [minimum, setMinimum] = useState(() => typedFromMoney(product.minimumBalance));
  const [dormant, setDormant] = useState(String(product.dormantMonths ?? ''));
  const [nameEn, setNameEn] = useState(product.nameEn);
  const [nameHi, setNameHi] = useState(product.nameHi);
  const annualRate = toLatinDigits(rate.trim());
  const read = readTypedMoney(minimum, decimals);
  const typed = {
    annualRate,
    ...(read.ok ? { minimumBalance: read.text } : {}),
    dormantMonths: dormant.trim() === '' ? null : Number(dormant),
    nameEn: nameEn.trim(),
    nameHi: nameHi.trim(),
    ...body,
  };
  const isWhole = read.ok && annualRate !== '' && typed.nameEn !== '' && typed.nameHi !== '';
  const request: ChangeProductRequest | undefined =
    isWhole && body !== undefined ? { ...typed, minimumBalance: read.text, ...body } : undefined;
  return (
    <RuleChangeForm
      request={request}
      body="ChangeProductBody"
      typed={typed}
      send={(preview) =>
        client.put('/api/deposit-products/{code}', {
          path: { code: product.code },
          query: { preview },
          // The form asks only when the request is whole.
          body: request as ChangeProductRequest,
        })
      }
    >
      {(problem) => (
        <>
          <h3>{t('rule.askTitle')}</h3>
          <TextBox
            label={t('product.rate')}
            hint={t('product.rateHow')}
            takesDigits
            maxLength={8}
            name="annualRate"
            value={rate}
            onChange={setRate}
            problem={problem('annualRate')}
          />
          <MoneyBox
            label={t('product.minimum')}
            hint={t('product.minimumHow')}
            name="minimumBalance"
            value={minimum}
            onChange={setMinimum}
            problem={problem('minimumBalance')}
          />
          <TextBox
            label={t('product.dormant')}
            hint={t('product.dormantHow')}
            isOptional
            takesDigits
            inputMode="numeric"
            maxLength={3}
            name="dormantMonths"
            value={dormant}
            onChange={setDormant}
            problem={problem('dormantMonths')}
          />
          <NameFields nameEn={nameEn} nameHi={nameHi} onEn={setNameEn} onHi={setNameHi} problem={problem} />
          <WhyFields why={why} onChange={set} problem={problem} />
        </>
      )}
    </RuleChangeForm>
  );
}
