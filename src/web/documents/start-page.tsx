import { Button, FileButton, Modal, Textarea } from '@mantine/core';
import { IconClipboardText, IconFileText, IconFileUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useDropzone } from 'react-dropzone';
import { Link, useLoaderData, useNavigate } from 'react-router';
import './documents.css';
import { listReadings, type ReadingSummary, uploadDocument } from '../../contract/documents.ts';
import { MAX_DOCUMENT_BYTES } from '../../core/rules/documents.ts';
import { PageHead } from '../../ui/page.tsx';
import { call, newActionId } from '../call.ts';
import { useText } from '../language.tsx';
import { momentOf } from '../moment.ts';
import { errorWords } from '../say.ts';

export const startLoader = () => call(listReadings, {});

const ACCEPTED = '.docx,.doc,.pdf,.txt,.md';

/** Where a document is handed in, and where half-checked ones wait. */
export function StartPage() {
  const text = useText();
  const words = text.workroom.reading;
  const { readings } = useLoaderData<typeof startLoader>();
  const navigate = useNavigate();
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState<{ title: string; about: string | null } | null>(null);
  const [pasting, setPasting] = useState(false);
  const send = async (bytes: Blob, name: string) => {
    setWrong(null);
    if (bytes.size > MAX_DOCUMENT_BYTES) {
      setWrong({ title: text.problems['file-too-large'], about: null });
      return;
    }
    setSending(true);
    try {
      const { readingId } = await call(uploadDocument, { actionId: newActionId(), name }, { bytes });
      await navigate(`/van-ban/${readingId}`);
    } catch (error) {
      setWrong(errorWords(text, error));
    } finally {
      setSending(false);
    }
  };
  const sendText = (content: string) => send(new Blob([content], { type: 'text/plain' }), words.pasteName);
  usePaste(
    (file, content) => (file ? void send(file, file.name) : content.length > 200 ? void sendText(content) : undefined),
    !pasting,
  );
  const drop = useDropzone({
    onDrop: ([file]) => file && void send(file, file.name),
    multiple: false,
    noClick: true,
    noKeyboard: true,
    disabled: sending,
  });
  const waiting = readings.filter(({ state }) => state !== 'used' && state !== 'cancelled');
  return (
    <>
      <PageHead title={words.title} about={words.about} />
      <div
        {...drop.getRootProps({
          className: drop.isDragActive ? 'drop drop-over' : 'drop',
          role: 'region',
          'aria-label': words.drop,
          'aria-busy': sending,
        })}
      >
        <IconFileUpload size={44} stroke={1.3} aria-hidden="true" />
        <p className="drop-word">{sending ? words.uploading : drop.isDragActive ? words.dropNow : words.drop}</p>
        <div className="drop-deeds">
          <FileButton onChange={(file) => file && void send(file, file.name)} accept={ACCEPTED}>
            {(props) => (
              <Button {...props} loading={sending} size="md">
                {words.pick}
              </Button>
            )}
          </FileButton>
          <Button
            variant="default"
            size="md"
            leftSection={<IconClipboardText size={18} />}
            onClick={() => setPasting(true)}
            disabled={sending}
          >
            {words.paste}
          </Button>
        </div>
        <p className="quiet drop-formats">{words.formats}</p>
      </div>
      {wrong ? (
        <div className="form-error drop-wrong" role="alert">
          <strong>{wrong.title}</strong> {wrong.about}
        </div>
      ) : null}
      <section className="card waiting" aria-labelledby="waiting-title">
        <h2 id="waiting-title">{words.waitingTitle}</h2>
        {waiting.length === 0 ? (
          <p className="quiet card-body">{words.waitingNone}</p>
        ) : (
          <ul>
            {waiting.map((reading) => (
              <WaitingLine key={reading.id} reading={reading} />
            ))}
          </ul>
        )}
      </section>
      <PasteDialog opened={pasting} close={() => setPasting(false)} send={(content) => void sendText(content)} />
    </>
  );
}

function WaitingLine({ reading }: { reading: ReadingSummary }) {
  const text = useText();
  const when = text.frame.moment(...momentOf(reading.startedAt));
  return (
    <li>
      <IconFileText size={20} stroke={1.5} aria-hidden="true" />
      <div>
        <Link to={`/van-ban/${reading.id}`}>{reading.title ?? reading.fileName}</Link>
        <p className="quiet">
          {reading.fileName} · {reading.organisation.name} · {when}
        </p>
      </div>
      <span
        className={`badge tone-${reading.state === 'failed' ? 'error' : reading.state === 'ready' ? 'running' : 'info'}`}
      >
        {text.documents.states[reading.state]}
      </span>
    </li>
  );
}

function PasteDialog({ opened, close, send }: { opened: boolean; close: () => void; send: (content: string) => void }) {
  const text = useText();
  const words = text.workroom.reading;
  const [content, setContent] = useState('');
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={words.pasteTitle}
      size="xl"
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <Textarea
        aria-label={words.pasteTitle}
        description={words.pasteHint}
        autosize
        minRows={12}
        maxRows={20}
        value={content}
        onChange={(event) => setContent(event.currentTarget.value)}
        data-autofocus
      />
      <Button
        mt="md"
        disabled={content.trim() === ''}
        onClick={() => {
          close();
          send(content);
        }}
      >
        {words.pasteDeed}
      </Button>
    </Modal>
  );
}

/** A file or a longer text pasted anywhere on the page. */
function usePaste(take: (file: File | null, content: string) => void, listening: boolean): void {
  useEffect(() => {
    if (!listening) return;
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const file = event.clipboardData?.files[0] ?? null;
      const content = event.clipboardData?.getData('text/plain') ?? '';
      if (file || content !== '') take(file, content);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [take, listening]);
}
