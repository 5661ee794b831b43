// Many photos at once: a folder, files or a zip are matched to people by their names, looked through, and written as one act.
import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useRef, useState } from 'react';
import type { BatchVerdict } from '../../../shared/photos.ts';
import { api, client, told } from '../../api.ts';
import { useAct } from '../../ui/useAct.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Empty, PageBody, PageHead } from '../../ui/Page.tsx';
import { useRailFold } from '../../ui/useRailFold.ts';
import { BatchRail } from './BatchRail.tsx';
import { BatchTable } from './BatchTable.tsx';
import { cancelIntake, takeIn, useIntake } from './intake.ts';
import './photos.css';
import { droppedFiles } from './sources.ts';
import { countOf, verdicts } from './verdicts.ts';
import { message, modal } from '../../ui/messages.ts';

export function Photos() {
  const { data: items, dataUpdatedAt } = useQuery(api.photos.batch.queryOptions());
  const intake = useIntake();
  const [tab, setTab] = useState<BatchVerdict>('matched');
  const [openId, setOpenId] = useState<number | null>(null);
  const fold = useRailFold(String(openId), { stays: false });
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);

  const take = (chosen: readonly File[] | Promise<File[]>) =>
    void Promise.resolve(chosen)
      .then(takeIn)
      .catch((error: unknown) => message.error(told(error), 8));
  const write = useAct(
    () => client.photos.write.mutate(),
    ({ written }) => {
      setOpenId(null);
      message.success(`已写入 ${written} 张照片`);
    },
  );
  const clear = useAct(() => client.photos.dropAll.mutate());
  const askClear = () =>
    modal.confirm({
      title: `清空待写入的 ${items?.length ?? 0} 张照片？`,
      content: '只清空这里的清单，电脑上的照片文件和已写入的照片不受影响。',
      okText: '清空清单',
      cancelText: '不清空',
      onOk: () => clear.mutateAsync(undefined),
    });

  const every = items ?? [];
  const matched = countOf(every, 'matched');
  const present = verdicts.find(({ verdict }) => verdict === tab);
  const open = every.find((item) => item.id === openId) ?? null;
  return (
    <div
      className="photos-page"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (intake === null) take(droppedFiles(event.dataTransfer));
      }}
    >
      <PageHead
        title="批量导入照片"
        sub={every.length > 0 ? undefined : '按文件名里的身份证号、姓名或姓名加手机号码对应到人，写入前可逐张核对'}
      >
        {every.length > 0 ? (
          <Button disabled={intake !== null} onClick={askClear}>
            清空清单
          </Button>
        ) : null}
        <Button disabled={intake !== null} onClick={() => files.current?.click()}>
          选择照片或压缩包
        </Button>
        <Button
          type={every.length > 0 ? 'default' : 'primary'}
          disabled={intake !== null}
          onClick={() => folder.current?.click()}
        >
          选择文件夹
        </Button>
        {every.length > 0 ? (
          <Button
            type="primary"
            disabled={matched === 0 || intake !== null}
            loading={write.isPending}
            onClick={() => write.mutate(undefined)}
          >
            写入 {matched} 张照片
          </Button>
        ) : null}
      </PageHead>
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        aria-label="照片文件夹"
        {...{ webkitdirectory: '' }}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept="image/*,.zip"
        aria-label="照片或压缩包"
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {every.length > 0 ? (
        <Tabs
          className="photo-tabs"
          activeKey={tab}
          onChange={(key) => {
            setTab(key as BatchVerdict);
            setOpenId(null);
          }}
          items={verdicts.map(({ verdict, label, wrong }) => {
            const count = countOf(every, verdict);
            return { key: verdict, label: <span className={wrong && count > 0 ? 'red' : ''}>{`${label} ${count}`}</span> };
          })}
          tabBarExtraContent={
            intake ? (
              <JobProgress state={intake} cancel={cancelIntake} />
            ) : (
              <span className="grey">
                共 {every.length} 张 ＝ {verdicts.map(({ verdict }) => countOf(every, verdict)).join('＋')}
              </span>
            )
          }
        />
      ) : null}
      <PageBody
        fold={fold}
        rail={open ? <BatchRail key={open.id} item={open} version={dataUpdatedAt} onClose={() => setOpenId(null)} /> : null}
      >
        {every.length > 0 ? (
          <BatchTable
            verdict={tab}
            items={every.filter(({ verdict }) => verdict === tab)}
            empty={present?.empty ?? ''}
            openId={openId}
            onOpen={(item) => {
              setOpenId(item.id);
              fold.unfold();
            }}
          />
        ) : intake ? (
          <Empty title="正在读取照片">
            <JobProgress state={intake} cancel={cancelIntake} />
          </Empty>
        ) : (
          <Empty title="还没有照片">
            <span>
              把照片文件命名为 <b>姓名.jpg</b>、<b>身份证号.jpg</b> 或 <b>姓名+手机号码.jpg</b>，
              <br />
              再把文件夹、照片或 zip 压缩包拖到这里，或点右上角选择。
            </span>
          </Empty>
        )}
      </PageBody>
    </div>
  );
}
