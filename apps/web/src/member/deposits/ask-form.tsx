import { calendarDate, depositorCategories, MATURITY_ACTS, type MaturityAct, parseMoney } from '@kafal/core';
import { type FormEvent, useState } from 'react';
import type { Deposit, Member } from '../../shared/answers.ts';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { usualSource } from '../../shared/pays-out.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { countTerm } from '../calculators/count-term.ts';
import { type TermOffer, termOf } from '../calculators/offers.ts';
import { TermFields } from '../calculators/term-fields.tsx';
import { TermOutcome } from '../calculators/term-outcome.tsx';
import { readTypedTerm, type TypedTerm } from '../calculators/typed-figures.ts';
import { useShownMoney } from '../hidden-amounts.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { forgetTyped, useTyped } from '../typed.ts';
import type { TermWish } from '../unanswered.ts';
import { useTermText } from './term-words.ts';

interface AskFormProps {
  offered: readonly TermOffer[];
  savings: readonly Deposit[];
  depositor: Member;
  seniorAge: number;
  error: unknown;
  isBusy: boolean;
  onLook: (wish: TermWish) => void;
}

interface Fields extends TypedTerm {
  productCode: string;
  fromId: string;
  amount: string;
  atMaturity: MaturityAct | '';
}

/** What it brings stands below while it is typed, counted as the society will count it. */
export function AskForm({ offered, savings, depositor, seniorAge, error, isBusy, onLook }: AskFormProps) {
  const t = useTermText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { decimals, businessDate } = useThisSociety();
  const [fields, change] = useTyped<Fields>(formName, () => ({
    productCode: '',
    fromId: '',
    amount: '',
    term: '12',
    unit: 'months',
    atMaturity: '',
  }));
  const [isChecked, setChecked] = useState(false);

  const offer = offered.find(({ code }) => code === fields.productCode) ?? offered[0];
  const from = savings.find(({ id }) => id === fields.fromId) ?? usualSource(savings);
  const typed = readTypedMoney(fields.amount, decimals);
  const length = offer === undefined ? undefined : readTypedTerm(offer.kind, fields);
  if (offer === undefined || from === undefined) return null;

  const product = termOf(offer);
  const openedOn = businessDate === null ? undefined : calendarDate(businessDate);
  const wish =
    typed.ok && !isZeroMoney(typed.text) && length !== undefined && openedOn !== undefined
      ? {
          amount: parseMoney(typed.text, decimals),
          ...length,
          openedOn,
          categories: depositorCategories(
            { ...depositor, dateOfBirth: calendarDate(depositor.dateOfBirth) },
            { seniorAge },
            openedOn,
          ),
        }
      : undefined;
  const counted = wish === undefined ? undefined : countTerm(product, wish);
  const atMaturity = fields.atMaturity === '' ? offer.atMaturity : fields.atMaturity;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!typed.ok || length === undefined || counted?.ok === false) return;
    const payment = { mode: 'transfer' as const, depositId: from.id };
    onLook({
      product: offer.name,
      request: { productCode: offer.code, amount: typed.text, ...length, atMaturity, payment },
    });
  };

  return (
    <>
      <form className="stack" onSubmit={submit} noValidate>
        <ProblemNote error={error} takesFocus />
        <SelectField
          label={t('calc.product')}
          value={offer.code}
          onChange={(productCode) => change({ productCode, atMaturity: '' })}
          choices={offered.map(({ code, name }) => ({ value: code, label: name }))}
          problem={fieldProblem(error, 'productCode')}
        />
        <SelectField
          label={t('transfer.from')}
          value={from.id}
          onChange={(fromId) => change({ fromId })}
          choices={savings.map(({ id, accountNumber, available }) => ({
            value: id,
            label: `${accountNumber} · ${shown(format.money(available))}`,
          }))}
          hint={t('transfer.fromHint')}
        />
        <TermFields
          kind={offer.kind}
          fields={fields}
          onChange={change}
          counted={counted}
          isUntouched={fields.amount === '' && !isChecked}
        />
        <SelectField
          label={t('ask.atMaturity')}
          value={atMaturity}
          onChange={(chosen) => change({ atMaturity: chosen })}
          choices={MATURITY_ACTS.map((value) => ({ value, label: t(`term.atMaturity.${value}`) }))}
        />
        <Button type="submit" look="filled" isBusy={isBusy}>
          {t('transfer.look')}
        </Button>
      </form>
      {counted?.ok === true && wish !== undefined ? (
        <TermOutcome product={product} wish={wish} counted={counted} offer={offer} />
      ) : (
        <p className="quiet">{t('ask.waits')}</p>
      )}
    </>
  );
}

const formName = 'ask-deposit';

/** It was sent; the next one begins empty. */
export function forgetAskForm(): void {
  forgetTyped(formName);
}
