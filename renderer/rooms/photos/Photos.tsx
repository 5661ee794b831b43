// Many photos at once: a folder, files or a zip are matched to people by their names, looked through, and what is ticked is uploaded
// as one act.
import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useCallback, useRef, useState } from 'react';
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
import { type Chosen, chosenFiles, droppedFiles } from './sources.ts';
import { UploadedNote, uploadedWords, useUploaded } from './Uploaded.tsx';
import { countOf, tickedOf, verdicts } from './verdicts.ts';
import { message, modal } from '../../ui/messages.ts';

export function Photos() {
  const { data: items, dataUpdatedAt } = useQuery(api.photos.batch.queryOptions());
  const intake = useIntake();
  const [tab, setTab] = useState<BatchVerdict>('matched');
  const [openId, setOpenId] = useState<number | null>(null);
  const fold = useRailFold(String(openId), { stays: false });
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);

  const [uploaded, setUploaded] = useUploaded();

  const take = (chosen: readonly Chosen[] | Promise<Chosen[]>) => {
    setUploaded(null);
    setTab('matched');
    setOpenId(null);
    void Promise.resolve(chosen)
      .then(takeIn)
      .catch((error: unknown) => message.error(told(error), 8));
  };
  const write = useAct(
    (photos: ReturnType<typeof tickedOf>) => client.photos.write.mutate({ photos }),
    ({ written, changeSetId }) => {
      setOpenId(null);
      setTab('matched');
      setUploaded({ count: written, changeSetId: changeSetId ?? null });
    },
  );
  const { mutate: tick } = useAct((choice: { itemIds: number[]; ticked: boolean }) => client.photos.tick.mutate(choice));
  const onTick = useCallback((itemIds: number[], ticked: boolean) => tick({ itemIds, ticked }), [tick]);
  const clear = useAct(() => client.photos.dropAll.mutate());
  const askClear = () =>
    modal.confirm({
      title: `清空待上传的 ${items?.length ?? 0} 张照片？`,
      content: '只清空这里的清单，电脑上的照片文件和已上传的照片不受影响。',
      okText: '清空清单',
      cancelText: '不清空',
      onOk: () => clear.mutateAsync(undefined),
    });

  const every = items ?? [];
  const ticked = tickedOf(every);
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
        title="批量上传照片"
        sub={every.length > 0 ? undefined : '按文件名里的身份证号、姓名或姓名加手机号码对应到人，上传前可逐张核对'}
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
            disabled={ticked.length === 0 || intake !== null}
            loading={write.isPending}
            onClick={() => write.mutate(ticked)}
          >
            上传 {ticked.length} 张照片
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
          take(chosenFiles(event.target.files));
          event.target.value = '';
        }}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept="image/*,.heic,.heif,.zip"
        aria-label="照片或压缩包"
        onChange={(event) => {
          take(chosenFiles(event.target.files));
          event.target.value = '';
        }}
      />
      {uploaded && every.length > 0 ? <UploadedNote uploaded={uploaded} items={every} /> : null}
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
            empty={
              <Empty
                title={tab === 'matched' && uploaded && !uploaded.undone ? uploadedWords(uploaded) : (present?.empty ?? '')}
              />
            }
            onTick={onTick}
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
        ) : uploaded ? (
          <Empty title={uploadedWords(uploaded)}>
            <UploadedNote uploaded={uploaded} items={every} />
          </Empty>
        ) : (
          <Empty title="请选择要上传的照片">
            <span>
              把照片文件命名为 <b>姓名.jpg</b>、<b>身份证号.jpg</b> 或 <b>姓名+手机号码.jpg</b>，
              <br />
              再把文件夹、照片或 zip 压缩包拖到这里，或点右上角选择。
              <br />
              有重名的，请放进以社区、总支或网格命名的文件夹。
            </span>
          </Empty>
        )}
      </PageBody>
    </div>
  );
}
