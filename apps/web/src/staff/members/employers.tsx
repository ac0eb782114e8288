import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { MoneyAct } from '../../shared/idempotency.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { Employer } from '../answers.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { TextBox } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useEmployers } from './employer-queries.ts';

/** Employers who pay for their people; each name opens to be changed. */
export function Employers({ mayChange }: { mayChange: boolean }) {
  const t = useWords();
  const employers = useEmployers();
  const [isOpen, dialog] = useDisclosure(false);
  const [chosen, setChosen] = useState<Employer>();
  const open = (employer?: Employer) => {
    setChosen(employer);
    dialog.open();
  };
  return (
    <Section
      title={t('employer.list')}
      actions={mayChange && <Button onClick={() => open()}>{t('employer.add')}</Button>}
    >
      <Answered query={employers}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('employer.none')}>{t('employer.noneHow')}</Empty>
          ) : (
            <DataTable
              caption={t('employer.list')}
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  name: 'name',
                  heading: t('employer.name'),
                  isLong: true,
                  cell: (employer) =>
                    mayChange ? (
                      <button type="button" className="link-button" onClick={() => open(employer)}>
                        {employer.name}
                      </button>
                    ) : (
                      employer.name
                    ),
                },
                { name: 'members', heading: t('employer.members'), isNumber: true, cell: ({ members }) => members },
              ]}
            />
          )
        }
      </Answered>
      <NameEmployer key={`${chosen?.id} ${isOpen}`} employer={chosen} isOpen={isOpen} onClose={dialog.close} />
    </Section>
  );
}

interface NameEmployerProps {
  /** Undefined: a new one. */
  employer: Employer | undefined;
  isOpen: boolean;
  onClose: () => void;
}

function NameEmployer({ employer, isOpen, onClose }: NameEmployerProps) {
  const t = useWords();
  const [name, setName] = useState(employer?.name ?? '');
  const act = useRef(new MoneyAct());
  const naming = useMutation({
    mutationFn: async () => {
      const body = { name: name.trim() };
      if (employer === undefined) {
        await client.post('/api/employers', { body, idempotencyKey: act.current.keyFor(body) });
      } else {
        const { id, version } = employer;
        await client.put('/api/employers/{id}', { path: { id }, body: { ...body, version } });
      }
    },
    onSuccess: async () => {
      showToast(t('employer.kept', { name: name.trim() }));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <ActDialog
      title={employer === undefined ? t('employer.add') : t('employer.rename')}
      isOpen={isOpen}
      onClose={onClose}
      act={t('employer.keep')}
      onAct={() => naming.mutate()}
      isBusy={naming.isPending}
      isReady={name.trim().length >= 2 && name.trim() !== employer?.name}
      error={naming.error}
    >
      <TextBox
        label={t('employer.name')}
        autoFocus
        maxLength={120}
        value={name}
        onChange={setName}
        problem={fieldProblem(naming.error, 'name')}
      />
    </ActDialog>
  );
}
