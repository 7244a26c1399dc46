import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChartLine, IconDots, IconFileText, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { TargetView } from '../../contract/movements.ts';
import { useText } from '../language.tsx';
import { originAddress } from '../target-line.tsx';

type Props = {
  target: TargetView;
  /** Of the movement. */
  address: string;
  mayEdit: boolean;
  edit: (target: TargetView) => void;
  remove: (target: TargetView) => void;
};

/** What can be done with a target, on one line: seldom deeds stand in a menu, with their words. */
export function TargetDeeds({ target, address, mayEdit, edit, remove }: Props) {
  const text = useText();
  const words = text.workroom.movements;
  const { id, name, figure, origin } = target;
  return (
    <span className="target-deeds">
      {figure ? (
        <ActionIcon
          component={Link}
          to={`${address}/chi-tieu/${id}/dien-bien`}
          variant="subtle"
          aria-label={text.targetCourse.open(name)}
          title={text.targetCourse.title}
        >
          <IconChartLine size={17} />
        </ActionIcon>
      ) : null}
      {origin ? (
        <ActionIcon
          component={Link}
          to={originAddress(origin)}
          variant="subtle"
          aria-label={text.movementPages.sourceOf(name)}
          title={`${words.source}: “${origin.quote.slice(0, 200)}”`}
        >
          <IconFileText size={17} />
        </ActionIcon>
      ) : null}
      {mayEdit ? (
        <>
          <Button
            component={Link}
            to={`${address}/chi-tieu/${id}/phan-bo`}
            size="compact-xs"
            variant="default"
            aria-label={text.figurePages.splitOf(name)}
          >
            {text.figurePages.split}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" aria-label={text.movementPages.moreOf(name)} title={text.movementPages.more}>
                <IconDots size={17} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => edit(target)}>
                {words.reviseTarget}
              </Menu.Item>
              <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => remove(target)}>
                {text.frame.remove}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      ) : null}
    </span>
  );
}
