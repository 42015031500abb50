// Cases in, a table out of which only the rows in sight are drawn: ten thousand scroll as ten do.
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import type { CaseSummary } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { OutcomeLabel, StateLabel } from '../../parts/labels.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { useStatus } from '../../queries.ts';
import { DueReasons } from './due-reasons.tsx';

const ROW_HEIGHT = 64;

export function QueueTable(props: {
  readonly items: readonly CaseSummary[];
  readonly current: number;
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly pointTo: (place: number) => void;
  readonly more: () => void;
}) {
  const { t } = useWords();
  const { items, current, more } = props;
  const today = useStatus().data?.today;
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length - 30 < last) more();
  }, [last, items.length]);
  useEffect(() => rows.scrollToIndex(current, { align: 'auto' }), [current]);
  return (
    <div className="queue-table" role="table" aria-rowcount={items.length} aria-label={t('ui.place.queue')}>
      <div role="rowgroup" className="queue-columns">
        <div role="row" className="queue-row queue-head">
          <span role="columnheader" aria-label={t('ui.key.choose')} />
          <span role="columnheader">{t('ui.field.buyer')}</span>
          <span role="columnheader">{t('ui.queue.why')}</span>
          <span role="columnheader">{t('ui.queue.proposed')}</span>
          <span role="columnheader">{t('ui.field.state')}</span>
          <span role="columnheader">{t('ui.field.due')}</span>
          <span role="columnheader">{t('ui.field.assigned')}</span>
        </div>
      </div>
      <div className="queue-frame" ref={frame} tabIndex={0} role="rowgroup" aria-label={t('ui.queue.rows')}>
        <div className="queue-canvas" role="presentation" style={{ height: rows.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const item = items[index];
            return (
              item && (
                <Row
                  key={item.id}
                  item={item}
                  index={index}
                  start={start}
                  today={today}
                  isCurrent={index === current}
                  isChosen={props.chosen.has(item.id)}
                  toggle={props.toggle}
                  pointTo={props.pointTo}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface RowProps extends Pick<Parameters<typeof QueueTable>[0], 'toggle' | 'pointTo'> {
  readonly item: CaseSummary;
  readonly index: number;
  readonly start: number;
  readonly today: string | undefined;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
}

/**
 * Drawn once while it is in sight: a turn of the wheel draws the new ones alone, a key the one it leaves and the one it comes to.
 * Twenty come into sight at a turn, so that it is made of plain elements: a component of a library costs as much as all of them.
 */
const Row = memo(function Row(props: RowProps) {
  const { t, day } = useWords();
  const { item, index, today } = props;
  const isLate = item.dueOn !== undefined && today !== undefined && item.dueOn < today;
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      className={props.isCurrent ? 'queue-row current' : 'queue-row'}
      data-case={item.id}
      style={{ transform: `translateY(${props.start}px)`, height: ROW_HEIGHT }}
      onClick={() => props.pointTo(index)}
    >
      <span role="cell">
        <input
          type="checkbox"
          className="queue-choice"
          checked={props.isChosen}
          onChange={() => props.toggle(item.id)}
          aria-label={t('ui.queue.choose', { name: item.buyer ?? item.id })}
        />
      </span>
      <span role="cell" className="queue-buyer">
        <a href={`#/cases/${encodeURIComponent(item.id)}`}>
          <Data>{item.buyer ?? item.id}</Data>
        </a>
        <span className="quiet one-line">
          <Code>{item.id}</Code> <Data>{item.product ?? ''}</Data>
        </span>
      </span>
      <span role="cell">
        <DueReasons item={item} today={today} />
      </span>
      <span role="cell">
        <OutcomeLabel outcome={item.proposed} />
      </span>
      <span role="cell">
        <StateLabel state={item.state} />
      </span>
      <span role="cell" className={isLate ? 'late' : ''}>
        {item.dueOn === undefined ? <span className="quiet">—</span> : day(item.dueOn)}
      </span>
      <span role="cell" className="one-line">
        {item.assignee === undefined ? (
          <span className="quiet">{t('ui.queue.nobody')}</span>
        ) : (
          <Data>{item.assignee}</Data>
        )}
      </span>
    </div>
  );
});
