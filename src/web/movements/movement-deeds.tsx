import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDots,
  IconEye,
  IconEyeOff,
  IconFilePlus,
  IconNumber,
  IconPencil,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import { archiveMovement, restoreMovement, withdrawResponse } from '../../contract/movement-acts.ts';
import { closeToSupervision, openToSupervision } from '../../contract/supervision.ts';
import { call, newActionId } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { sayDone, sayError } from '../say.ts';
import { sayUndo } from '../say-undo.tsx';
import { mayAtAll, useSession } from '../session.tsx';
import { HeadDialog } from './head-dialog.tsx';
import type { MovementData } from './movement-data.ts';
import { NumberDialog } from './number-dialog.tsx';
import { RespondDialog } from './respond-dialog.tsx';

type Opened = 'head' | 'number' | 'archive' | 'respond' | 'withdraw' | 'open' | null;

/** What can be done with a movement as a whole. */
export function MovementDeeds({ data }: { data: MovementData }) {
  const text = useText();
  const words = text.workroom.movements;
  const { supervision } = text.movementPages;
  const revalidator = useRevalidator();
  const { movement } = data.detail;
  const { may } = movement;
  const { person } = useSession();
  const own = person.organisation;
  const answer = data.detail.responses.find(({ organisation }) => organisation.id === own.id);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const restore = async () => {
    try {
      await call(restoreMovement, { movementId: movement.id, version: movement.version, actionId: newActionId() });
      sayDone(text.movementPages.restored);
    } catch (error) {
      sayError(text, error);
    }
    await revalidator.revalidate();
  };
  const closeAgain = async () => {
    try {
      await call(closeToSupervision, { movementId: movement.id, version: movement.version, actionId: newActionId() });
      sayDone(supervision.closed);
    } catch (error) {
      sayError(text, error);
    }
    await revalidator.revalidate();
  };
  return (
    <>
      {may.respond && !answer ? <Button onClick={() => setOpened('respond')}>{words.respond}</Button> : null}
      {answer?.mayWithdraw ? (
        <Button variant="default" onClick={() => setOpened('withdraw')}>
          {words.withdrawOwn}
        </Button>
      ) : null}
      {may.edit && !movement.archived ? (
        <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setOpened('head')}>
          {text.frame.edit}
        </Button>
      ) : null}
      {may.edit || may.archive ? (
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <ActionIcon variant="default" size="input-sm" aria-label={text.movementPages.deeds}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {may.edit && !movement.archived ? (
              <>
                <Menu.Item leftSection={<IconNumber size={16} />} onClick={() => setOpened('number')}>
                  {words.setNumber}
                </Menu.Item>
                <Menu.Item leftSection={<IconFilePlus size={16} />} component={Link} to="/van-ban">
                  {words.newVersion}
                </Menu.Item>
                <Menu.Divider />
                {may.open && movement.opened ? (
                  <Menu.Item leftSection={<IconEyeOff size={16} />} onClick={() => void closeAgain()}>
                    {supervision.close}
                  </Menu.Item>
                ) : null}
                {may.open && !movement.opened ? (
                  <Menu.Item leftSection={<IconEye size={16} />} onClick={() => setOpened('open')}>
                    {supervision.open}
                  </Menu.Item>
                ) : null}
              </>
            ) : null}
            {mayAtAll(person, 'createMovement') ? (
              <Menu.Item
                leftSection={<IconCopy size={16} />}
                component={Link}
                to={`/phong-trao/moi?tu=nam-truoc&nguon=${movement.id}`}
              >
                {text.movementPages.copyThis}
              </Menu.Item>
            ) : null}
            {movement.archived ? (
              <Menu.Item leftSection={<IconArchiveOff size={16} />} onClick={() => void restore()}>
                {words.restore}
              </Menu.Item>
            ) : (
              <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => setOpened('archive')}>
                {words.archive}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {opened === 'head' ? <HeadDialog movement={movement} close={close} /> : null}
      {opened === 'number' ? <NumberDialog movement={movement} close={close} /> : null}
      {opened === 'respond' ? <RespondDialog movement={movement} close={close} /> : null}
      {answer ? (
        <Confirm
          opened={opened === 'withdraw'}
          close={close}
          question={text.movementPages.withdrawAsk(own.name)}
          deedWord={words.withdraw}
          deed={(actionId) => call(withdrawResponse, { responseId: answer.id, version: answer.version, actionId })}
          done={() => {
            sayDone(text.movementPages.withdrawn);
            void revalidator.revalidate();
          }}
        />
      ) : null}
      <Confirm
        opened={opened === 'open'}
        close={close}
        question={supervision.openAsk}
        about={supervision.openAbout}
        harmless
        deedWord={supervision.open}
        deed={(actionId) => call(openToSupervision, { movementId: movement.id, version: movement.version, actionId })}
        done={() => {
          void revalidator.revalidate();
          sayDone(supervision.opened);
        }}
      />
      <Confirm
        opened={opened === 'archive'}
        close={close}
        question={words.archiveAsk}
        deedWord={words.archive}
        reasonWord={words.archiveReason}
        deed={(actionId, reason) =>
          call(archiveMovement, { movementId: movement.id, version: movement.version, actionId, reason })
        }
        done={(archived) => {
          void revalidator.revalidate();
          sayUndo(text, text.movementPages.archivedDone, async () => {
            await call(restoreMovement, {
              movementId: archived.id,
              version: archived.version,
              actionId: newActionId(),
            });
            await revalidator.revalidate();
          });
        }}
      />
    </>
  );
}
