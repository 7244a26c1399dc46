import { Button, FileButton } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useDropzone } from 'react-dropzone';

type Props = {
  /** Endings that are taken, as browsers want them: ".xlsx,.pdf". */
  accept: string;
  busy: boolean;
  choose: (file: File) => void;
  words: {
    drop: string;
    dropNow: string;
    reading: string;
    pick: string;
    formats: string;
  };
};

/** Where one file is dropped, or picked by the button. */
export function FileDrop({ accept, busy, choose, words }: Props) {
  const drop = useDropzone({
    onDrop: ([file]) => file && choose(file),
    multiple: false,
    noClick: true,
    noKeyboard: true,
    disabled: busy,
  });
  return (
    <div
      {...drop.getRootProps({
        className: drop.isDragActive ? 'drop drop-over' : 'drop',
        role: 'region',
        'aria-label': words.drop,
        'aria-busy': busy,
      })}
    >
      <IconFileSpreadsheet size={36} stroke={1.3} aria-hidden="true" />
      <p className="drop-word" role="status">
        {busy ? words.reading : drop.isDragActive ? words.dropNow : words.drop}
      </p>
      <FileButton onChange={(file) => file && choose(file)} accept={accept}>
        {(props) => (
          <Button {...props} loading={busy} data-autofocus>
            {words.pick}
          </Button>
        )}
      </FileButton>
      <p className="quiet drop-formats">{words.formats}</p>
    </div>
  );
}
