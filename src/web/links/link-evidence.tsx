import { ActionIcon, Button, FileButton } from '@mantine/core';
import { IconCamera, IconFileText, IconPhoto, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { type FiguresByLink, removeEvidenceByLink } from '../../contract/figure-links.ts';
import { EVIDENCE_LIMITS } from '../../core/rules/evidence.ts';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import type { LinkFile } from '../kept.ts';
import { useText } from '../language.tsx';
import { formatBytes } from '../moment.ts';
import type { Asked } from './figure-draft.ts';
import type { LinkFiles } from './use-link-files.ts';

type Props = { asked: Asked; shut: boolean; files: LinkFiles; token: string; take: (now: FiguresByLink) => void };

/** Pictures and papers beside one figure of a link: those sent, those that wait, and the way to add one. */
export function LinkEvidence({ asked, shut, files, token, take }: Props) {
  const text = useText();
  const words = text.figureLinks;
  const [asking, setAsking] = useState<Asked['evidence'][number] | null>(null);
  const waiting = files.waiting.filter(({ targetId }) => targetId === asked.target.id);
  const count = asked.evidence.length + waiting.length;
  if (shut && count === 0) return null;
  return (
    <div className="link-evidence">
      {count === 0 ? null : (
        <ul className="link-files">
          {asked.evidence.map((one) => (
            <li key={one.id}>
              {one.kind === 'picture' ? <IconPhoto size={28} aria-hidden /> : <IconFileText size={28} aria-hidden />}
              <span>
                {one.name}
                <small>{`${words.fileThere} · ${formatBytes(one.bytes)}`}</small>
              </span>
              {one.byLink && !shut ? <Remove name={one.name} press={() => setAsking(one)} /> : null}
            </li>
          ))}
          {waiting.map((one) => (
            <WaitingFile key={one.id} file={one} trouble={files.troubles[one.id] ?? null} drop={files.drop} />
          ))}
        </ul>
      )}
      {shut ? null : <AddFile asked={asked} files={files} left={EVIDENCE_LIMITS.files - count} />}
      <Confirm
        opened={asking !== null}
        close={() => setAsking(null)}
        question={words.fileRemoveAsk(asking?.name ?? '')}
        about={words.fileRemoveAbout}
        deedWord={words.fileRemoveWord}
        deed={() => call(removeEvidenceByLink, { token, evidenceId: asking?.id ?? '' })}
        done={take}
      />
    </div>
  );
}

function Remove({ name, press }: { name: string; press: () => void }) {
  const words = useText().figureLinks;
  return (
    <ActionIcon variant="subtle" color="red" size={44} aria-label={words.fileRemove(name)} onClick={press}>
      <IconTrash size={20} />
    </ActionIcon>
  );
}

type Waiting = { file: LinkFile; trouble: string | null; drop: (id: string) => Promise<void> };

function WaitingFile({ file, trouble, drop }: Waiting) {
  const words = useText().figureLinks;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file.bytes], { type: 'image/jpeg' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file.bytes]);
  return (
    <li>
      {address !== null && file.name.endsWith('.jpg') ? (
        <img src={address} alt="" />
      ) : (
        <IconFileText size={28} aria-hidden />
      )}
      <span>
        {file.name}
        {trouble === null ? (
          <small>{`${words.fileWaits} · ${formatBytes(file.bytes.byteLength)}`}</small>
        ) : (
          <small className="link-fault" role="alert">
            {trouble}
          </small>
        )}
      </span>
      <Remove name={file.name} press={() => void drop(file.id)} />
    </li>
  );
}

function AddFile({ asked: { target }, files, left }: Pick<Props, 'asked' | 'files'> & { left: number }) {
  const words = useText().figureLinks;
  const [busy, setBusy] = useState(false);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const add = async (chosen: readonly File[]) => {
    setBusy(true);
    try {
      setTooLarge(await files.add(target.id, chosen.slice(0, left)));
    } finally {
      setBusy(false);
    }
  };
  if (left <= 0) return <p className="link-known">{words.filesFull(EVIDENCE_LIMITS.files)}</p>;
  return (
    <>
      <FileButton multiple accept="image/*,.pdf" onChange={(chosen) => void add(chosen)}>
        {(props) => (
          <Button
            {...props}
            variant="subtle"
            size="compact-md"
            className="link-more"
            leftSection={<IconCamera size={20} aria-hidden />}
            loading={busy}
            aria-label={words.addFileOf(target.name)}
          >
            {words.addFile}
          </Button>
        )}
      </FileButton>
      {tooLarge === null ? null : (
        <p className="link-fault" role="alert">
          {words.fileTooLarge(tooLarge, formatBytes(EVIDENCE_LIMITS.linkBytes))}
        </p>
      )}
    </>
  );
}
