import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DeliveryOverview } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const LOOK_EVERY_MS = 60_000;

export const useDeliveryOverview = () =>
  useQuery({
    queryKey: ['delivery-overview'],
    queryFn: () => client.get('/api/deliveries/overview'),
    refetchInterval: LOOK_EVERY_MS,
  });

export const troubleOf = ({ counts }: DeliveryOverview): number =>
  counts.reduce((sum, { state, count }) => (['failed', 'unsure', 'dropped'].includes(state) ? sum + count : sum), 0);

/** How each way out fares, in a sentence. */
export function ChannelLines({ overview }: { overview: DeliveryOverview }) {
  const t = useWords();
  const format = useSocietyFormat();
  return overview.channels.map(({ channel, isInUse, downSince, lastError, lastSentAt }) => {
    const name = t(`deliveries.${channel}`);
    if (!isInUse) return <Note key={channel}>{t('deliveries.off', { channel: name })}</Note>;
    if (downSince !== null) {
      return (
        <Note key={channel} tone="warning">
          {t('deliveries.down', { channel: name, at: format.instant(downSince), reason: lastError ?? '' })}
        </Note>
      );
    }
    return (
      <Note key={channel} tone="good">
        {lastSentAt === null
          ? t('deliveries.idle', { channel: name })
          : t('deliveries.up', { channel: name, at: format.instant(lastSentAt) })}
      </Note>
    );
  });
}

/** On the first page, when something is wrong, and nothing at all otherwise. */
export function ChannelLight() {
  const t = useWords();
  const { data } = useDeliveryOverview();
  if (data === undefined || data.channels.every(({ downSince }) => downSince === null)) return null;
  const down = { ...data, channels: data.channels.filter(({ downSince }) => downSince !== null) };
  return (
    <section aria-label={t('deliveries.light')} className="stack">
      <ChannelLines overview={down} />
      <p>
        <Link to="/deliveries">{t('nav.deliveries')}</Link>
      </p>
    </section>
  );
}
