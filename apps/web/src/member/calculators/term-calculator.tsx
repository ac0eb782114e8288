import {
  COMPOUNDINGS,
  type Compounding,
  calendarDate,
  type DepositorCategory,
  type OfferedTerm,
  PAYOUTS,
  type Payout,
  parseMoney,
  type TermKind,
  type WishedTerm,
} from '@kafal/core';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { DateField } from '../../shared/ui/date-field.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useTyped } from '../typed.ts';
import { useCalculatorText } from './calculator-words.ts';
import { countTerm } from './count-term.ts';
import { categoriesOf, offersOf, ownTerm, type TermOffer, type TermOffers, termOf } from './offers.ts';
import { OwnRateField } from './own-rate-field.tsx';
import { TermFields } from './term-fields.tsx';
import { TermOutcome } from './term-outcome.tsx';
import { readTypedRate, readTypedTerm, type TypedTerm } from './typed-figures.ts';
import { useTermOffers } from './use-offers.ts';

const OWN = 'own';
const firstAmounts = { fixed: '100000', recurring: '1000' } as const;

interface Fields extends TypedTerm {
  product: string;
  rate: string;
  compounding: Compounding;
  payout: Payout;
  category: DepositorCategory;
  amount: string;
  openedOn: string;
}

export function TermCalculator({ kind }: { kind: TermKind }) {
  const { data: offers, error, refetch } = useTermOffers();
  if (offers !== undefined) return <TermForm kind={kind} offers={offers} />;
  return error === null ? <Skeleton lines={6} /> : <ProblemNote error={error} onRetry={() => void refetch()} />;
}

function TermForm({ kind, offers }: { kind: TermKind; offers: TermOffers }) {
  const t = useCalculatorText();
  const format = useSocietyFormat();
  const { decimals, businessDate } = useThisSociety();
  const offered = offersOf(offers, kind);
  const [fields, change] = useTyped<Fields>(`calculator-${kind}`, () => ({
    product: offered[0]?.code ?? OWN,
    rate: '',
    compounding: 'quarterly',
    payout: 'maturity',
    category: 'general',
    amount: firstAmounts[kind],
    term: '12',
    unit: 'months',
    openedOn: businessDate ?? '',
  }));
  const offer = offered.find(({ code }) => code === fields.product);
  const product = productOf(kind, offer, fields);
  const typed = readTypedMoney(fields.amount, decimals);
  const wish = wishOf(kind, offer, fields, typed.ok ? typed.text : '0', decimals);
  const isEarly = offer !== undefined && fields.openedOn !== '' && fields.openedOn < offer.effectiveFrom;
  const counted = product === undefined || wish === undefined || isEarly ? undefined : countTerm(product, wish);

  const categories = offer === undefined ? [] : categoriesOf(offer);

  return (
    <div className="stack stack-wide">
      <form className="stack" noValidate onSubmit={(event) => event.preventDefault()}>
        {offered.length === 0 && <p>{t('calc.noOffers')}</p>}
        {offered.length > 0 && (
          <SelectField
            label={t('calc.product')}
            value={offer?.code ?? OWN}
            onChange={(code) => change({ product: code })}
            choices={[
              ...offered.map(({ code, name }) => ({ value: code, label: name })),
              { value: OWN, label: t('calc.ownRate') },
            ]}
          />
        )}
        {offer === undefined && (
          <>
            <OwnRateField value={fields.rate} onChange={(rate) => change({ rate })} />
            <SelectField
              label={t('calc.compounding')}
              value={fields.compounding}
              onChange={(compounding) => change({ compounding })}
              choices={COMPOUNDINGS.map((value) => ({ value, label: t(`calc.compounding.${value}`) }))}
            />
            {kind === 'fixed' && (
              <SelectField
                label={t('calc.payout')}
                value={fields.payout}
                onChange={(payout) => change({ payout })}
                choices={PAYOUTS.map((value) => ({ value, label: t(`calc.payout.${value}`) }))}
              />
            )}
          </>
        )}
        {categories.length > 1 && (
          <SelectField
            label={t('calc.category')}
            value={fields.category}
            onChange={(category) => change({ category })}
            choices={categories.map((value) => ({ value, label: t(`calc.category.${value}`) }))}
          />
        )}
        <TermFields kind={kind} fields={fields} onChange={change} counted={counted} />
        <DateField
          label={t('calc.openedOn')}
          value={fields.openedOn}
          onChange={(openedOn) => change({ openedOn })}
          problem={
            fields.openedOn === ''
              ? t('date.malformed')
              : isEarly
                ? t('calc.slip.opened', { day: format.day(offer.effectiveFrom) })
                : undefined
          }
        />
      </form>
      {counted?.ok === true && product !== undefined && wish !== undefined ? (
        <TermOutcome product={product} wish={wish} counted={counted} offer={offer} />
      ) : (
        <p className="quiet">{t('calc.waits')}</p>
      )}
    </div>
  );
}

function productOf(kind: TermKind, offer: TermOffer | undefined, fields: Fields): OfferedTerm | undefined {
  if (offer !== undefined) return termOf(offer);
  const rate = readTypedRate(fields.rate);
  if (rate === undefined) return undefined;
  return ownTerm(kind, rate, fields.compounding, kind === 'fixed' ? fields.payout : 'maturity');
}

/** What the reader asks for, once every field can be read. */
function wishOf(
  kind: TermKind,
  offer: TermOffer | undefined,
  { term, unit, openedOn, category }: Fields,
  amount: string,
  decimals: number,
): WishedTerm | undefined {
  const length = readTypedTerm(kind, { term, unit });
  if (length === undefined || openedOn === '' || isZeroMoney(amount)) return undefined;
  return {
    amount: parseMoney(amount, decimals),
    ...length,
    openedOn: calendarDate(openedOn),
    categories: offer !== undefined && categoriesOf(offer).includes(category) ? [category] : [],
  };
}
