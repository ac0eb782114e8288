import { Button, Kbd } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { LineLostError, ProblemError } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { ReceiptSheet } from '../counter/receipt-sheet.tsx';
import { useSocietyFormat } from '../society.tsx';
import { ActPreviewCard } from '../ui/act-preview.tsx';
import { DensitySwitch, LanguageChoice, ThemeChoice } from '../ui/choices.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Explained } from '../ui/explained.tsx';
import { ExplanationTable } from '../ui/explanation-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox, DayBox, LongTextBox, MoneyBox, PasswordBox, TextBox, TickBox } from '../ui/fields.tsx';
import { Glow } from '../ui/glow.tsx';
import { JobProgress } from '../ui/job-tray.tsx';
import { LifeSteps } from '../ui/life-steps.tsx';
import { MemberStatusMark, StateMark } from '../ui/marks.tsx';
import { Page, Section } from '../ui/page.tsx';
import { PhoneBox } from '../ui/phone-box.tsx';
import { Sentence, SentenceChoice, SentenceDay, SentenceText } from '../ui/sentence.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Empty, Note, ProblemNote, Waiting } from '../ui/states.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { type PartWord, partWords } from './messages.ts';
import { type SampleRow, sampleExplanation, samplePreview, sampleReceipt, sampleRows } from './samples.ts';

function usePartWords(): (word: PartWord) => string {
  const words = partWords[useLanguage()];
  return (word) => words[word];
}

/** Every part of the staff screens in every state, for whoever builds the next one. Never in a built app. */
export function PartsPage() {
  const t = usePartWords();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="row row-bottom">
        <LanguageChoice />
        <ThemeChoice />
        <DensitySwitch />
      </div>
      <Colours />
      <Type />
      <Buttons />
      <SentenceParts />
      <TableParts />
      <FieldParts />
      <ActParts />
      <LifeParts />
      <StateParts />
      <WorkParts />
    </Page>
  );
}

const colours = [
  'ground',
  'ground-quiet',
  'ground-raised',
  'ground-pressed',
  'ink',
  'ink-quiet',
  'hairline',
  'field-line',
  'brand',
  'brand-soft',
  'good',
  'good-soft',
  'warning',
  'warning-soft',
  'bad',
  'bad-soft',
  'info',
  'info-soft',
  'focus',
  'glow',
] as const;

function Colours() {
  const t = usePartWords();
  return (
    <Section title={t('colours')}>
      <ul className="row">
        {colours.map((name) => (
          <li key={name} className="small">
            <svg width="96" height="32" aria-hidden="true">
              <rect width="96" height="32" rx="8" fill={`var(--${name})`} stroke="var(--hairline)" />
            </svg>
            <br />
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Type() {
  const t = usePartWords();
  return (
    <Section title={t('type')}>
      {[40, 28, 20, 16, 14, 12].map((size) => (
        <p key={size} style={{ fontSize: `var(--text-${size})` }}>
          {size} · {t('narration')} · ₹1,07,000.00
        </p>
      ))}
    </Section>
  );
}

function Buttons() {
  const t = usePartWords();
  return (
    <Section title={t('buttons')}>
      <div className="row">
        <Button variant="filled">{t('act')}</Button>
        <Button>{t('act')}</Button>
        <Button variant="subtle">{t('act')}</Button>
        <Button variant="filled" color="red">
          {t('act')}
        </Button>
        <Button disabled>{t('act')}</Button>
        <Button loading>{t('act')}</Button>
        <Button rightSection={<Kbd size="xs">F9</Kbd>}>{t('act')}</Button>
        <button type="button" className="link-button">
          {t('act')}
        </button>
      </div>
    </Section>
  );
}

function SentenceParts() {
  const t = usePartWords();
  const [status, setStatus] = useState<'active' | ''>('');
  const [place, setPlace] = useState('');
  const [day, setDay] = useState('');
  return (
    <Section title={t('sentence')}>
      <Sentence
        words={(slots) =>
          t('sentenceWords').replace(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole))
        }
        parts={{
          status: (
            <SentenceChoice
              label={t('states')}
              none={t('all')}
              value={status}
              choices={[{ value: 'active', label: t('active') }]}
              onChange={setStatus}
            />
          ),
          place: <SentenceText label={t('name')} none={t('anywhere')} value={place} onChange={setPlace} />,
          day: <SentenceDay label={t('day')} none="22-11-2026" value={day} onChange={setDay} />,
        }}
      />
    </Section>
  );
}

function TableParts() {
  const t = usePartWords();
  const format = useSocietyFormat();
  const [sort, setSort] = useState('name');
  const columns: Column<SampleRow>[] = [
    {
      name: 'name',
      heading: t('name'),
      isLong: true,
      sort: { up: 'name', down: '-name' },
      cell: (row) => (
        <button type="button" className="link-button">
          {row.name}
        </button>
      ),
    },
    { name: 'status', heading: t('states'), cell: (row) => <MemberStatusMark status={row.status} /> },
    { name: 'day', heading: t('day'), isMinor: true, cell: (row) => format.day(row.joinedOn) },
    { name: 'amount', heading: t('amount'), isNumber: true, cell: (row) => format.amount(row.savings) },
  ];
  return (
    <Section title={t('table')}>
      <DataTable
        caption={t('table')}
        columns={columns}
        rows={sampleRows}
        rowKey={(row) => row.id}
        rowClass={(row) => (row.status === 'suspended' ? 'row-void' : undefined)}
        sort={sort}
        onSort={setSort}
        totals={{ label: t('all'), of: { amount: format.amount('115900.50') } }}
      />
      <Empty title={t('tableEmpty')}>{t('tableEmptyHow')}</Empty>
    </Section>
  );
}

function FieldParts() {
  const t = usePartWords();
  const [text, setText] = useState('');
  const [money, setMoney] = useState('१२५०.५०');
  const [day, setDay] = useState('2026-11-30');
  const [phone, setPhone] = useState('');
  const [choice, setChoice] = useState<'active' | ''>('');
  const [isTicked, setTicked] = useState(false);
  return (
    <Section title={t('fields')}>
      <div className="form-grid">
        <TextBox label={t('name')} hint={t('nameHow')} value={text} onChange={setText} />
        <TextBox label={t('name')} value="Kamala Devi" problem={t('wrong')} onChange={setText} />
        <TextBox label={t('name')} value="Kamala Devi" isDisabled onChange={setText} />
        <TextBox label={t('name')} isOptional value="" onChange={setText} />
        <MoneyBox label={t('amount')} value={money} onChange={setMoney} />
        <MoneyBox label={t('amount')} value="12,50,000.555" problem={t('wrong')} onChange={setMoney} />
        <DayBox label={t('day')} value={day} onChange={setDay} />
        <PhoneBox label={t('phone')} value={phone} onChange={setPhone} />
        <ChoiceBox
          label={t('states')}
          value={choice}
          choices={[{ value: 'active', label: t('active') }]}
          onChange={setChoice}
        />
        <PasswordBox label={t('name')} autoComplete="new-password" value={text} onChange={setText} />
        <LongTextBox label={t('reason')} value={text} onChange={setText} />
        <TickBox label={t('active')} isTicked={isTicked} onChange={setTicked} />
        <TickBox label={t('active')} isTicked problem={t('wrong')} onChange={setTicked} />
      </div>
    </Section>
  );
}

function ActParts() {
  const t = usePartWords();
  const format = useSocietyFormat();
  const [isOpen, setOpen] = useState(false);
  const [changes, setChanges] = useState(0);
  return (
    <>
      <Section title={t('act')}>
        <div className="two-columns">
          <ActPreviewCard preview={samplePreview(t)} />
          <ReceiptSheet receipt={sampleReceipt(t)} />
        </div>
      </Section>
      <Section title={t('explanation')}>
        <Facts
          facts={[
            [
              t('balance'),
              <Explained
                key="explained"
                title={t('explanation')}
                queryKey={['part-explanation', t('balance')]}
                explain={() => Promise.resolve(sampleExplanation(t))}
              >
                {format.money('13730.50')}
              </Explained>,
            ],
            [
              t('amount'),
              <Glow key="glow" value={changes}>
                {format.money(`${1250 + changes}.00`)}
              </Glow>,
            ],
          ]}
        />
        <div className="row">
          <Button onClick={() => setChanges(changes + 1)}>+1</Button>
          <Button onClick={() => setOpen(true)}>{t('panel')}</Button>
        </div>
        <SidePanel title={t('panel')} isOpen={isOpen} onClose={() => setOpen(false)}>
          <ExplanationTable explanation={sampleExplanation(t)} />
        </SidePanel>
      </Section>
    </>
  );
}

function LifeParts() {
  const t = usePartWords();
  const format = useSocietyFormat();
  return (
    <Section title={t('life')}>
      <LifeSteps
        label={t('life')}
        steps={[
          { name: t('applied'), state: 'done', note: format.day('2026-11-22') },
          { name: t('reviewed'), state: 'done', note: 'Meena Joshi' },
          { name: t('approved'), state: 'current' },
          { name: t('paid'), state: 'ahead' },
        ]}
      />
      <LifeSteps
        label={t('life')}
        steps={[
          { name: t('applied'), state: 'done' },
          { name: t('approved'), state: 'refused', note: t('wrong') },
        ]}
      />
      <Timeline
        events={[
          { key: '1', at: '2026-11-22T04:10:00.000Z', what: t('applied'), by: 'Sunita Rawat' },
          { key: '2', at: '2026-11-23T06:45:00.000Z', what: t('reviewed'), by: 'Meena Joshi', note: t('nameHow') },
        ]}
      />
    </Section>
  );
}

function Sample({ children }: { children: ReactNode }) {
  return <div className="narrow-wide">{children}</div>;
}

function StateParts() {
  const t = usePartWords();
  return (
    <>
      <Section title={t('states')}>
        <Sample>
          <Waiting lines={3} />
        </Sample>
        <ProblemNote error={new LineLostError('sample')} onRetry={() => undefined} />
        <ProblemNote error={new ProblemError({ status: 429, code: 'SAMPLE', detail: t('late'), retryAfter: 30 })} />
        <ProblemNote error={new ProblemError({ status: 500, code: 'SAMPLE', detail: t('broken') })} />
        <Note>{t('note')}</Note>
        <Note tone="warning">{t('warning')}</Note>
        <Note tone="good">{t('good')}</Note>
      </Section>
      <Section title={t('marks')}>
        <div className="row">
          {(
            ['pending_payment', 'active', 'dormant', 'suspended', 'resigned', 'expelled', 'deceased', 'closed'] as const
          ).map((status) => (
            <MemberStatusMark key={status} status={status} />
          ))}
          {['submitted', 'returned', 'approved', 'rejected', 'pending', 'withdrawn', 'frozen', 'open', 'none'].map(
            (state) => (
              <StateMark key={state} state={state} />
            ),
          )}
        </div>
      </Section>
    </>
  );
}

function WorkParts() {
  const t = usePartWords();
  const [startedAt] = useState(() => performance.now() - 20_000);
  const job = { id: 1, title: t('work'), startedAt, error: undefined, stop: () => undefined };
  return (
    <Section title={t('work')}>
      <div className="form-grid">
        <JobProgress job={{ ...job, done: 12_500, total: 40_000 }} />
        <JobProgress job={{ ...job, done: 12_500, total: undefined }} />
        <JobProgress job={{ ...job, done: 0, total: undefined, error: new LineLostError('sample') }} />
      </div>
      <div className="row">
        <Button onClick={() => showToast(t('toastText'))}>{t('toast')}</Button>
      </div>
    </Section>
  );
}
