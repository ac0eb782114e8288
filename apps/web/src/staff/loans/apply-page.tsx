import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import type { LoanDraft } from '../../shared/answers.ts';
import { isZeroMoney, percentText, readTypedMoney } from '../../shared/format.ts';
import { newIdempotencyKey } from '../../shared/idempotency.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { FoundMember, LoanProduct, LoanQuote } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { MemberFinder } from '../ui/member-finder.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { BegunBefore, findMembers, KeepForLater } from './loan-draft.tsx';

/** A member at the desk asks for a loan; what it would cost stands beside what is typed. */
export function ApplyPage() {
  const t = useWords();
  const products = useQuery({ queryKey: ['loan-products'], queryFn: () => client.get('/api/loan-products') });
  return (
    <Page title={t('apply.title')} lead={t('apply.lead')} above={<Link to="/loans">{t('nav.loans')}</Link>}>
      <Answered query={products} lines={8}>
        {({ items }) => <Application products={items.filter(({ isOffered }) => isOffered)} />}
      </Answered>
    </Page>
  );
}

function Application({ products }: { products: readonly LoanProduct[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const [member, setMember] = useState<FoundMember>();
  const [code, setCode] = useState(products[0]?.code ?? '');
  const [amount, setAmount] = useState('');
  const [count, setCount] = useState('12');
  const [purpose, setPurpose] = useState('');
  const [income, setIncome] = useState('');
  const [sureties, setSureties] = useState<readonly FoundMember[]>([]);
  const [replaces, setReplaces] = useState('');
  const running = useQuery({
    queryKey: ['loans-running', member?.id],
    queryFn: () => client.get('/api/loans', { query: { memberId: member?.id ?? '', status: 'active' } }),
    enabled: member !== undefined,
  });
  const earlier = running.data?.items ?? [];
  const finder = useRef<HTMLInputElement>(null);
  const suretyFinder = useRef<HTMLInputElement>(null);
  const key = useRef(newIdempotencyKey());
  const product = products.find((one) => one.code === code);
  const [asked, earned] = [readTypedMoney(amount, decimals), readTypedMoney(income, decimals)];
  const body = {
    ...(member === undefined ? {} : { memberId: member.id }),
    productCode: code,
    amount: asked.ok ? asked.text : amount,
    instalments: Number(count),
    purpose: purpose.trim(),
    ...(earned.ok ? { monthlyIncome: earned.text } : {}),
    ...(earlier.some(({ id }) => id === replaces) ? { replacesLoanId: replaces } : {}),
    guarantors: sureties.map(({ memberNumber }) => memberNumber),
  };
  const applying = useMutation({
    mutationFn: () => client.post('/api/loans', { body, idempotencyKey: key.current }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('ApplyForLoanBody', body, applying.error);
  const goOn = async (draft: LoanDraft) => {
    if (products.some((one) => one.code === draft.productCode)) setCode(draft.productCode);
    setAmount(draft.amount);
    setCount(draft.instalments);
    setPurpose(draft.purpose);
    setIncome(draft.monthlyIncome);
    setReplaces(draft.replacesLoanId);
    setSureties(await findMembers(draft.guarantors));
  };
  const isReady = member !== undefined && asked.ok && Number(count) > 0 && purpose.trim().length >= 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !applying.isPending) applying.mutate();
  };
  const again = () => {
    applying.reset();
    key.current = newIdempotencyKey();
    setMember(undefined);
    setSureties([]);
    setAmount('');
    setPurpose('');
    setIncome('');
    setReplaces('');
  };
  if (applying.data !== undefined) {
    const { id, number } = applying.data;
    return (
      <div className="stack" role="status">
        <Note tone="good">{t('apply.done', { number })}</Note>
        <div className="row">
          <Button renderRoot={(props) => <Link to="/loans/$id" params={{ id }} {...props} />}>{t('apply.open')}</Button>
          <Button variant="subtle" onClick={again}>
            {t('apply.another')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Form onSubmit={submit} checking={checking}>
      <Section title={t('apply.member')}>
        {member === undefined ? (
          <MemberFinder label={t('apply.memberFind')} inputRef={finder} onChoose={setMember} />
        ) : (
          <div className="row">
            <strong>{nameOf(member)}</strong>
            <Button variant="subtle" onClick={() => setMember(undefined)}>
              {t('apply.change')}
            </Button>
          </div>
        )}
        {member !== undefined && <BegunBefore memberId={member.id} onGoOn={(draft) => void goOn(draft)} />}
      </Section>
      <Section title={t('apply.what')}>
        <div className="form-grid">
          <ChoiceBox
            label={t('loan.product')}
            name="productCode"
            value={code}
            choices={products.map((one) => ({ value: one.code, label: one.name }))}
            onChange={setCode}
            hint={
              product &&
              t('apply.limits', {
                least: format.money(product.minimumAmount),
                most: format.money(product.maximumAmount),
                from: product.minimumInstalments,
                to: product.maximumInstalments,
                rate: percentText(product.annualRate),
              })
            }
            problem={checking.problem('productCode')}
          />
          <MoneyBox
            label={t('loan.amount')}
            name="amount"
            value={amount}
            onChange={setAmount}
            problem={checking.problem('amount')}
          />
          <TextBox
            label={t('loan.instalmentCount')}
            name="instalments"
            inputMode="numeric"
            takesDigits
            maxLength={4}
            value={count}
            onChange={setCount}
            problem={checking.problem('instalments')}
          />
          <TextBox
            label={t('loan.purpose')}
            name="purpose"
            maxLength={200}
            value={purpose}
            onChange={setPurpose}
            problem={checking.problem('purpose')}
          />
          <MoneyBox
            label={t('loan.income')}
            name="monthlyIncome"
            isOptional
            value={income}
            onChange={setIncome}
            problem={checking.problem('monthlyIncome')}
          />
          {earlier.length > 0 && (
            <ChoiceBox
              label={t('apply.replaces')}
              name="replacesLoanId"
              isOptional
              none={t('apply.replacesNone')}
              value={replaces}
              choices={earlier.map(({ id, number, productName, outstanding }) => ({
                value: id,
                label: `${number} · ${productName} · ${format.money(outstanding)}`,
              }))}
              onChange={setReplaces}
              hint={t('apply.replacesHow')}
              problem={checking.problem('replacesLoanId')}
            />
          )}
        </div>
        {asked.ok && Number(count) > 0 && (
          <Cost request={{ productCode: code, amount: asked.text, instalments: Number(count) }} />
        )}
      </Section>
      {product !== undefined && product.guarantorsNeeded > 0 && (
        <Section title={t('apply.guarantors')}>
          <p>{t('apply.guarantorsHow', { count: product.guarantorsNeeded })}</p>
          <ul className="lines">
            {sureties.map((surety) => (
              <li key={surety.id} className="line-row">
                <span>{nameOf(surety)}</span>
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  onClick={() => setSureties((before) => before.filter(({ id }) => id !== surety.id))}
                >
                  {t('apply.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <MemberFinder
            label={t('apply.guarantorFind')}
            inputRef={suretyFinder}
            onChoose={(surety) =>
              setSureties((before) => (before.some(({ id }) => id === surety.id) ? before : [...before, surety]))
            }
          />
        </Section>
      )}
      <ProblemNote error={applying.error} takesFocus />
      <div className="row">
        <Button type="submit" variant="filled" loading={applying.isPending} disabled={!isReady}>
          {t('apply.send')}
        </Button>
      </div>
      {member !== undefined && (
        <KeepForLater
          key={member.id}
          draft={{
            ...{ memberId: member.id, productCode: code, amount, instalments: count, purpose },
            ...{ monthlyIncome: income, replacesLoanId: replaces, guarantors: body.guarantors },
          }}
        />
      )}
    </Form>
  );
}

const nameOf = ({ name, memberNumber }: FoundMember): string => `${name} · ${memberNumber}`;

/** The same quote as in the app, a moment after the last letter was typed. */
function Cost({ request }: { request: { productCode: string; amount: string; instalments: number } }) {
  const [wanted] = useDebouncedValue(request, 250);
  const quote = useQuery({
    queryKey: ['loan-quote', wanted],
    queryFn: ({ signal }) => client.post('/api/loans/quote', { body: wanted, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (quote.error !== null) return <ProblemNote error={quote.error} />;
  return quote.data === undefined ? null : <QuoteFacts quote={quote.data} />;
}

function QuoteFacts({ quote }: { quote: LoanQuote }) {
  const t = useWords();
  const format = useSocietyFormat();
  const [first, last] = [quote.instalments[0], quote.instalments.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <div className="stack" data-testid="loan-quote">
      <h3>{t('apply.quote')}</h3>
      <Facts
        columns={3}
        facts={[
          [t('apply.monthly'), <strong key="monthly">{format.money(first.total)}</strong>],
          [t('apply.last'), format.money(last.total)],
          [t('apply.interest'), format.money(quote.interest)],
          [t('loan.fee'), format.money(quote.processingFee)],
          ...(isZeroMoney(quote.feeTax) ? [] : ([[t('loan.feeTax'), format.money(quote.feeTax)]] as const)),
          ...(isZeroMoney(quote.insurance) ? [] : ([[t('loan.insurance'), format.money(quote.insurance)]] as const)),
          [t('apply.inHand'), format.money(quote.inHand)],
          [t('apply.cost'), percentText(quote.annualCost)],
        ]}
      />
      <p className="quiet small">
        {t('loan.penalRule', { rate: percentText(quote.penal.annualRate), count: quote.penal.graceDays })}
      </p>
    </div>
  );
}
