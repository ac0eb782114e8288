import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import type { Gateway, GatewayMessage, SetGatewayRequest } from '../answers.ts';
import { useMay } from '../session.ts';
import { ReasonBox, RuleChangeForm, WaitingLink } from '../settings/rule-change.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox, PasswordBox, TextBox } from '../ui/fields.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Mark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { Answered, Empty, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { bankEvents, lineLook } from './bank-words.ts';

/** On whose word payments are taken before a statement shows them, and all that it told. */
export function GatewayPage() {
  const t = useWords();
  const may = useMay()('settings.change');
  const gateway = useQuery({ queryKey: ['payment-gateway'], queryFn: () => client.get('/api/payment-gateway') });
  const list = useKeysetList('/api/payment-gateway/messages');
  const named = gateway.data?.gateway;
  return (
    <Page title={named == null ? t('gateway.titleNone') : t('gateway.title', { name: named.name })}>
      <p>{t('gateway.how')}</p>
      <Answered query={gateway} lines={4}>
        {(data) => (
          <>
            {data.gateway !== null && <Named gateway={data.gateway} path={data.path} />}
            {data.waitingApprovalId !== null ? (
              <Note>
                {t('rule.isWaiting')} <WaitingLink approvalId={data.waitingApprovalId} />
              </Note>
            ) : (
              may && <SetGateway isThere={data.gateway !== null} path={data.path} />
            )}
          </>
        )}
      </Answered>
      <h2>{t('gateway.messages')}</h2>
      <KeysetRows
        list={list}
        events={bankEvents}
        empty={<Empty title={t('gateway.none')}>{t('gateway.noneHow')}</Empty>}
      >
        {(rows: GatewayMessage[]) => <Messages rows={rows} />}
      </KeysetRows>
    </Page>
  );
}

function Named({ gateway, path }: { gateway: NonNullable<Gateway['gateway']>; path: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const mayEnd = useMay()('settings.change');
  const ending = useMutation({
    mutationFn: () => client.delete('/api/payment-gateway', {}),
    onSuccess: async () => {
      showToast(t('gateway.ended'));
      await queryClient.invalidateQueries();
    },
  });
  const by = [gateway.setBy, gateway.approvedBy].filter((name) => name !== null).join(', ');
  return (
    <section className="stack" aria-label={gateway.name}>
      <Facts
        facts={[
          [t('gateway.kind'), t(`gateway.kind.${gateway.kind}`)],
          [t('gateway.since'), format.instant(gateway.startedAt)],
          [t('gateway.by'), by === '' ? '–' : by],
          [t('gateway.address'), <span key="address" className="breakable">{`${location.origin}${path}`}</span>],
        ]}
      />
      <ProblemNote error={ending.error} takesFocus />
      {mayEnd && (
        <div className="row">
          <Button variant="subtle" color="red" loading={ending.isPending} onClick={() => ending.mutate()}>
            {t('gateway.end')}
          </Button>
        </div>
      )}
    </section>
  );
}

function SetGateway({ isThere, path }: { isThere: boolean; path: string }) {
  const t = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [kind, setKind] = useState<SetGatewayRequest['kind']>('kafal');
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const [reason, setReason] = useState('');
  if (!isOpen) {
    return (
      <div className="row">
        <Button variant={isThere ? 'default' : 'filled'} onClick={() => setIsOpen(true)}>
          {t(isThere ? 'gateway.change' : 'gateway.set')}
        </Button>
      </div>
    );
  }
  const typed = { kind, name: name.trim(), secret, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
  return (
    <div className="narrow-wide">
      <RuleChangeForm
        request={typed.name === '' || secret === '' ? undefined : typed}
        body="SetGatewayBody"
        typed={typed}
        send={(preview) => client.put('/api/payment-gateway', { query: { preview }, body: typed })}
      >
        {(problem) => (
          <>
            <h2>{t(isThere ? 'gateway.change' : 'gateway.set')}</h2>
            <TextBox
              label={t('gateway.name')}
              name="name"
              maxLength={80}
              value={name}
              onChange={setName}
              problem={problem('name')}
            />
            <ChoiceBox
              label={t('gateway.kind')}
              name="kind"
              value={kind}
              choices={(['kafal', 'razorpay'] as const).map((one) => ({ value: one, label: t(`gateway.kind.${one}`) }))}
              onChange={(chosen) => chosen !== '' && setKind(chosen)}
              problem={problem('kind')}
            />
            <PasswordBox
              label={t('gateway.secret')}
              hint={t('gateway.secretHow', { address: `${location.origin}${path}` })}
              autoComplete="new-password"
              value={secret}
              onChange={setSecret}
              problem={problem('secret')}
            />
            <ReasonBox value={reason} onChange={setReason} problem={problem('reason')} />
          </>
        )}
      </RuleChangeForm>
    </div>
  );
}

function Messages({ rows }: { rows: GatewayMessage[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const columns: Column<GatewayMessage>[] = [
    { name: 'at', heading: t('gateway.at'), cell: ({ receivedAt }) => format.instant(receivedAt) },
    {
      name: 'text',
      heading: t('gateway.text'),
      isLong: true,
      cell: ({ description, eventId }) => (
        <>
          <span className="breakable">{description}</span>
          <span className="block small quiet breakable">{eventId}</span>
        </>
      ),
    },
    {
      name: 'amount',
      heading: t('payments.amountIn', { currency }),
      isNumber: true,
      cell: ({ amount }) => format.amount(amount),
    },
    {
      name: 'state',
      heading: t('list.state'),
      isLong: true,
      cell: ({ status, receiptId, receiptNumber, isOnStatement, wasKnown }) => (
        <>
          <Mark look={lineLook[status]} words={t(`bank.status.${status}`)} />
          {receiptId !== null && (
            <span className="block small">
              <Link to="/receipts/$id" params={{ id: receiptId }}>
                {receiptNumber}
              </Link>
            </span>
          )}
          {status === 'unidentified' && (
            <span className="block small">
              <Link to="/payments/desk">{t('bank.toDesk')}</Link>
            </span>
          )}
          <span className="block small quiet">
            {t(isOnStatement ? 'gateway.onStatement' : 'gateway.notOnStatement')}
            {wasKnown && ` ${t('gateway.wasKnown')}`}
          </span>
        </>
      ),
    },
  ];
  return <DataTable caption={t('gateway.messages')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
