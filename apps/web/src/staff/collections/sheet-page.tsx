import { formatMoney, parseMoney, sum } from '@kafal/core';
import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { AnswerOf, BodyOf } from '../../shared/client.ts';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { UnansweredActs } from '../../shared/unanswered-acts.ts';
import { useStaffUser } from '../session.ts';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ChoiceBox, DayBox, MoneyBox } from '../ui/fields.tsx';
import { Page } from '../ui/page.tsx';
import { Answered, Empty, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { type DailyAccount, useAgents, useDoors } from './collection-queries.ts';

/** A paper that nobody answered for is sent again under its key, so that it is taken once. */
const kept = new UnansweredActs<BodyOf<'post', '/api/collections/sheets'>>('sheet');

const route = getRouteApi('/collections/sheet');

/** What an agent wrote on paper, typed at the counter in the order of the doors. */
export function SheetPage() {
  const t = useWords();
  const navigate = useNavigate();
  const { agent: agentId = '' } = route.useSearch();
  const agents = useAgents();
  return (
    <Page
      title={t('sheet.title')}
      above={<Link to="/collections/agents">{t('nav.collectionAgents')}</Link>}
      lead={t('sheet.how')}
    >
      <Answered query={agents}>
        {({ items }) => (
          <div className="stack stack-wide">
            <ChoiceBox
              label={t('sheet.agent')}
              none={t('sheet.chooseAgent')}
              value={agentId}
              choices={items
                .filter(({ status }) => status === 'active')
                .map(({ id, number, name }) => ({ value: id, label: `${number} · ${name}` }))}
              onChange={(id) => void navigate({ to: '/collections/sheet', search: id === '' ? {} : { agent: id } })}
            />
            {agentId !== '' && <Doors key={agentId} agentId={agentId} />}
          </div>
        )}
      </Answered>
    </Page>
  );
}

function Doors({ agentId }: { agentId: string }) {
  const t = useWords();
  const doors = useDoors({ agentId });
  return (
    <Answered query={doors} lines={8}>
      {({ items }) =>
        items.length === 0 ? <Empty title={t('sheet.noAccounts')} /> : <SheetForm agentId={agentId} doors={items} />
      }
    </Answered>
  );
}

type Entered = AnswerOf<'post', '/api/collections/sheets'>;

function SheetForm({ agentId, doors }: { agentId: string; doors: readonly DailyAccount[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency, decimals } = useThisSociety();
  const { data: me } = useMe();
  const [day, setDay] = useState('');
  const [total, setTotal] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [entered, setEntered] = useState<Entered>();
  const { id: owner } = useStaffUser();

  const read = doors.map((door) => ({ door, money: readTypedMoney(typed[door.id] ?? '', decimals) }));
  const rows = read.flatMap(({ door, money }) =>
    money.ok && !isZeroMoney(money.text) ? [{ depositId: door.id, amount: money.text }] : [],
  );
  const hasSlip = read.some(({ money }) => !money.ok && money.reason !== 'empty');
  const added = formatMoney(sum(rows.map(({ amount }) => parseMoney(amount, decimals))), decimals);
  const paper = readTypedMoney(total, decimals);
  const differs = paper.ok && paper.text !== added;
  const isReady = rows.length > 0 && !hasSlip && paper.ok && !differs;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || isBusy) return;
    setBusy(true);
    setError(undefined);
    const body = { agentId, total: added, rows, ...(day === '' ? {} : { collectedOn: day }) };
    try {
      setEntered(
        await kept.sendOnce(owner, body, (idempotencyKey) =>
          client.post('/api/collections/sheets', { body, idempotencyKey }),
        ),
      );
      void queryClient.invalidateQueries();
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  const again = () => {
    setEntered(undefined);
    setTyped({});
    setTotal('');
    setDay('');
  };

  if (entered !== undefined) {
    return (
      <div className="stack" data-testid="sheet-entered">
        <Note tone="good">
          {t('sheet.entered', {
            count: entered.receipts.length,
            amount: format.money(entered.total),
            cash: format.money(entered.cash),
          })}
        </Note>
        <div className="row">
          <Button variant="filled" onClick={again}>
            {t('sheet.another')}
          </Button>
          <Button renderRoot={(props) => <Link to="/collections/agents" {...props} />}>
            {t('nav.collectionAgents')}
          </Button>
        </div>
      </div>
    );
  }
  const rowProblem = (depositId: string) => {
    const place = rows.findIndex((row) => row.depositId === depositId);
    return place === -1
      ? undefined
      : (fieldProblem(error, `rows.${place}`) ?? fieldProblem(error, `rows.${place}.amount`));
  };
  return (
    <form className="stack stack-wide" onSubmit={(event) => void submit(event)} noValidate>
      <div className="row">
        <DayBox
          label={t('sheet.on')}
          hint={me === undefined ? undefined : format.day(me.businessDate)}
          isOptional
          value={day}
          onChange={setDay}
          problem={fieldProblem(error, 'collectedOn')}
        />
        <MoneyBox label={t('sheet.total')} value={total} onChange={setTotal} problem={fieldProblem(error, 'total')} />
      </div>
      <table className="table table-plain">
        <caption className="visually-hidden">{t('sheet.rows')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sheet.member')}</th>
            <th scope="col" className="minor">
              {t('sheet.account')}
            </th>
            <th scope="col" className="number">
              {t('sheet.amount', { currency })}
            </th>
          </tr>
        </thead>
        <tbody>
          {doors.map((door) => (
            <tr key={door.id}>
              <th scope="row">{door.memberName}</th>
              <td className="minor">{door.accountNumber}</td>
              <td className="number">
                <MoneyBox
                  label=""
                  ariaLabel={t('sheet.amountOf', { account: `${door.memberName} ${door.accountNumber}` })}
                  value={typed[door.id] ?? ''}
                  onChange={(text) => setTyped((before) => ({ ...before, [door.id]: text }))}
                  problem={rowProblem(door.id)}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sheet.added')}</th>
            <td className="minor" />
            <td className="number strong">{format.money(added)}</td>
          </tr>
        </tfoot>
      </table>
      {differs && paper.ok && (
        <Note tone="warning">{t('sheet.differs', { rows: format.money(added), total: format.money(paper.text) })}</Note>
      )}
      <ProblemNote error={error} takesFocus />
      <div className="row">
        <Button type="submit" variant="filled" size="md" loading={isBusy} disabled={!isReady}>
          {t('sheet.enter', { amount: format.money(added) })}
        </Button>
      </div>
    </form>
  );
}
