// Something that can be taken out in, a button that asks what for and saves the file out.
import { useQueryClient } from '@tanstack/react-query';
import type { SentFile } from '../api.ts';
import { useWords } from '../language/texts.tsx';
import { ReasonMenu } from './reason-form.tsx';
import { saveFile } from './save-file.ts';

/** As the server asks for. */
const LEAST_CHARS = 10;

export function ExportMenu(props: {
  readonly title: string;
  /** What is in the file, and that it is sealed that it was made. */
  readonly hint: string;
  readonly make: (reason: string) => Promise<SentFile>;
}) {
  const { t } = useWords();
  const client = useQueryClient();
  return (
    <ReasonMenu
      title={props.title}
      label={t('ui.export.reason')}
      action={t('ui.export.save')}
      least={LEAST_CHARS}
      send={async (reason) => {
        const { name, content } = await props.make(reason);
        saveFile(name, content);
        await client.invalidateQueries({ queryKey: ['entries'] });
      }}
    >
      <p className="quiet quiet-p">{props.hint}</p>
    </ReasonMenu>
  );
}
