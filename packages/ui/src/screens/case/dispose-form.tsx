// A verdict that somebody chose in, its ground and reason out: digits choose the ground, Enter sends.
import { Button, Textarea } from '@mantine/core';
import type { DispositionGround, DispositionVerdict } from '@sekisho/engine/model/case-note.ts';
import { useEffect, useRef, useState } from 'react';
import { useKeys, type Key } from '../../keys.ts';
import { useWords } from '../../language/texts.tsx';
import { KeySign } from '../../parts/words.tsx';
import { fieldOfGround, groundsFor } from './grounds.ts';
import type { FieldValue, HitField } from './hit-fields.ts';

/** As the server asks for. */
const LEAST_REASON_CHARS = 10;

/** In the order of the keys. */
const DIGITS = '1234567890';

export function DisposeForm(props: {
  readonly verdict: DispositionVerdict;
  readonly fields: readonly HitField[];
  readonly isRevealed: boolean;
  readonly send: (ground: DispositionGround, reason: string) => void;
  readonly cancel: () => void;
}) {
  const { t } = useWords();
  const { verdict, fields, cancel } = props;
  const grounds = groundsFor(verdict, fields);
  const presetReason = usePresetReason(fields, props.isRevealed);
  const [ground, setGround] = useState<DispositionGround>();
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const isReady = ground !== undefined && LEAST_REASON_CHARS <= reason.trim().length;
  useEffect(() => form.current?.focus(), []);
  const take = (chosen: DispositionGround) => {
    setGround(chosen);
    setReason(presetReason(chosen));
    field.current?.focus();
  };
  const send = () => {
    if (isReady) props.send(ground, reason.trim());
  };
  useKeys([
    ...grounds.flatMap((one, place): Key[] => {
      const key = DIGITS[place];
      return key === undefined ? [] : [{ key, text: `ui.ground.${one}`, run: () => take(one) }];
    }),
    { key: 'Escape', text: 'ui.state.cancel', run: cancel, whileTyping: true },
  ]);
  return (
    <form
      className="dispose"
      ref={form}
      tabIndex={-1}
      aria-label={t(`ui.disposition.${verdict}`)}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <fieldset className="grounds">
        <legend>{t('ui.dispose.ground')}</legend>
        {grounds.map((one, place) => (
          <label key={one} className={one === ground ? 'ground chosen' : 'ground'}>
            <input type="radio" name="ground" checked={one === ground} onChange={() => take(one)} />
            {DIGITS[place] !== undefined && <KeySign of={DIGITS[place]} />}
            <span>{t(`ui.ground.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <Textarea
        ref={field}
        label={t('ui.dispose.reason')}
        description={t('ui.dispose.reason-hint', { least: LEAST_REASON_CHARS })}
        minRows={2}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div className="form-foot">
        <Button type="submit" disabled={!isReady} rightSection={<KeySign of="Enter" />}>
          {t('ui.dispose.send')}
        </Button>
        <Button variant="subtle" color="gray" onClick={cancel}>
          {t('ui.state.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Both values in a sentence, which whoever disposes can change; without values that were not looked at. */
function usePresetReason(fields: readonly HitField[], isRevealed: boolean): (ground: DispositionGround) => string {
  const { t, list } = useWords();
  return (ground) => {
    if (ground === 'other-ground') return '';
    const field = fields.find((one) => one.field === fieldOfGround[ground]);
    const isShown = field && (isRevealed || !field.isSpecialCare) && 0 < field.party.length && 0 < field.entry.length;
    const words = (values: readonly FieldValue[]) => list(values.slice(0, 3).map(({ text }) => text));
    const sentence = t(`ui.reason.${ground}`);
    if (!isShown) return sentence;
    return t('ui.reason.values', { sentence, party: words(field.party), entry: words(field.entry) });
  };
}
