// A case in, its documents out, each to be saved; a translation says that its original rules. With a form to put one more there.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { attachmentKinds } from '@sekisho/engine/model/document.ts';
import type { CaseDocument } from '../../answers.ts';
import { api, documentPlace } from '../../api.ts';
import { languages } from '../../language/languages.ts';
import { useLanguage, useWords } from '../../language/texts.tsx';
import { DropZone } from '../../parts/drop-zone.tsx';
import { Bar } from '../../parts/job-progress.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Failure, Waiting } from '../../parts/states.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { useDocuments } from '../../queries.ts';
import { useMay } from '../../session.tsx';

export function DocumentsPanel({ caseId }: { readonly caseId: string }) {
  const { t } = useWords();
  const { data, isPending, isError, error } = useDocuments(caseId);
  const mayWork = useMay('case.work');
  const documents = data?.items ?? [];
  return (
    <Panel title={t('ui.documents.title')} id="documents">
      {isPending && <Waiting lines={2} />}
      {isError && <Failure error={error} />}
      {data && documents.length === 0 && <p className="quiet-p">{t('ui.documents.none')}</p>}
      <ul className="documents">
        {documents.map((document) => (
          <DocumentLine key={document.sha256} caseId={caseId} document={document} all={documents} />
        ))}
      </ul>
      {mayWork && (
        <details>
          <summary>{t('ui.documents.add')}</summary>
          <Attach caseId={caseId} documents={documents} />
        </details>
      )}
    </Panel>
  );
}

const KILOBYTE = 1024;
const SHOWN_DIGITS = 16;

function DocumentLine(props: {
  readonly caseId: string;
  readonly document: CaseDocument;
  readonly all: readonly CaseDocument[];
}) {
  const { t, say, number, moment } = useWords();
  const { caseId, document, all } = props;
  const { sha256, bytes, file, documentKind, language, translationOf, translatedBy, by, at } = document;
  const original = all.find((other) => other.sha256 === translationOf);
  return (
    <li className="document">
      <p>
        <strong>
          <Data>{file}</Data>
        </strong>{' '}
        <a href={documentPlace(caseId, sha256)} download={file} aria-label={t('ui.documents.save-one', { name: file })}>
          {t('ui.documents.save')}
        </a>
      </p>
      <p className="quiet small">
        <span className="sentence-start">{say(`document.${documentKind}`)}</span>{' '}
        {language !== undefined && <Code>{language}</Code>}{' '}
        {t('ui.files.size', { size: number(Math.max(1, Math.round(bytes / KILOBYTE))) })}{' '}
        <span title={sha256}>
          <Code>{sha256.slice(0, SHOWN_DIGITS)}</Code>
        </span>{' '}
        {by === undefined ? t('ui.documents.with-order') : <Data>{by}</Data>} {moment(at)}
      </p>
      {translationOf !== undefined && (
        <Notice kind="warn">
          <Data>
            {say(translatedBy === undefined ? 'attachment.machine-made' : 'attachment.translated', {
              original: original?.file ?? translationOf.slice(0, SHOWN_DIGITS),
              translatedBy,
            })}
          </Data>
        </Notice>
      )}
    </li>
  );
}

/** Endings of what can be a document; the server looks at the bytes. */
const ENDINGS = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.txt';

function Attach({ caseId, documents }: { readonly caseId: string; readonly documents: readonly CaseDocument[] }) {
  const { t, say } = useWords();
  const { catalogue } = useLanguage();
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [kind, setKind] = useState<string>('correspondence');
  const [language, setLanguage] = useState<string>(catalogue.language.tag);
  const [translationOf, setTranslationOf] = useState('');
  const [translatedBy, setTranslatedBy] = useState('');
  const [share, setShare] = useState(0);
  const [file] = files;
  const send = useMutation({
    mutationFn: async () => {
      setShare(0);
      const translation = translationOf === '' ? {} : { translationOf, translatedBy: translatedBy.trim() };
      if (file) await api.attach(caseId, { kind, language: language.trim(), ...translation }, file, setShare);
    },
    onSuccess: () => {
      setFiles((now) => now.filter((other) => other !== file));
      setTranslationOf('');
      return client.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
  return (
    <form
      className="attach"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) send.mutate();
      }}
    >
      <DropZone
        label={t('ui.documents.file')}
        hint={t('ui.documents.file-hint')}
        files={files}
        accept={ENDINGS}
        choose={setFiles}
      />
      <div className="attach-fields">
        <NativeSelect
          label={t('ui.documents.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
          data={attachmentKinds.map((value) => ({ value, label: say(`document.${value}`) }))}
        />
        <TextInput
          label={t('ui.documents.language')}
          description={t('ui.documents.language-hint')}
          list="document-languages"
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
        />
        <datalist id="document-languages">
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </datalist>
        {0 < documents.length && (
          <NativeSelect
            label={t('ui.documents.translation-of')}
            value={translationOf}
            onChange={(event) => setTranslationOf(event.currentTarget.value)}
            data={[
              { value: '', label: t('ui.documents.no-translation') },
              ...documents
                .filter(({ from }) => from === 'people')
                .map(({ sha256, file: name }) => ({ value: sha256, label: name })),
            ]}
          />
        )}
        {translationOf !== '' && (
          <TextInput
            label={t('ui.documents.translated-by')}
            description={t('ui.documents.translated-by-hint')}
            value={translatedBy}
            onChange={(event) => setTranslatedBy(event.currentTarget.value)}
          />
        )}
      </div>
      {send.isPending && <Bar label={t('ui.import.sending')} share={share} />}
      {send.isError && <Failure error={send.error} />}
      <div className="form-foot">
        <Button type="submit" size="xs" disabled={!file || language.trim() === ''} loading={send.isPending}>
          {t('ui.documents.send')}
        </Button>
      </div>
    </form>
  );
}
