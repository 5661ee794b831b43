// The import wizard: five steps over one import that the program keeps, so that the screen may be left and found again. A file
// dropped anywhere on it begins a new import.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { api, client, refreshEverything } from '../../api.ts';
import { upload } from '../../files.ts';
import { useDrop } from '../../ui/useDrop.ts';
import { useJob } from '../../ui/useJob.ts';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DropHint } from './DropHint.tsx';
import { FileStep } from './FileStep.tsx';
import { takeHandedOver } from './handOver.ts';
import { HeaderStep } from './HeaderStep.tsx';
import './imports.css';
import { PreviewStep } from './PreviewStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import { modal } from '../../ui/messages.ts';

const screens = { header: HeaderStep, columns: ColumnsStep, preview: PreviewStep, result: ResultStep };

export function Imports() {
  const { data } = useQuery(api.imports.current.queryOptions());
  const job = useJob(() => void refreshEverything());
  const state = data?.import ?? null;
  const underWay = data?.jobId ?? null;
  const rejoin = useEffectEvent((jobId: string) => {
    if (!job.running) void job.start(() => Promise.resolve(jobId));
  });
  useEffect(() => {
    if (underWay !== null) rejoin(underWay);
  }, [underWay]);

  const read = (file: File) =>
    void job.start(async () => {
      const uploadId = await upload(file);
      return (await client.imports.start.mutate({ uploadId })).jobId;
    });
  const take = (file: File) => {
    if (job.running) return;
    if (state === null || state.step === 'result') {
      read(file);
      return;
    }
    modal.confirm({
      title: `放弃“${state.fileName}”，改为导入“${file.name}”？`,
      content: '前一个文件还没有写入台账，放弃后要重新选择。',
      okText: '改为导入新文件',
      cancelText: '继续原来的导入',
      onOk: () => read(file),
    });
  };
  const over = useDrop(take);
  const loaded = data !== undefined;
  const begin = useEffectEvent(() => {
    const file = takeHandedOver();
    if (file) take(file);
  });
  useEffect(() => {
    if (loaded) begin();
  }, [loaded]);
  const last = state?.step === 'result' && state.resultLeft ? state : null;
  const Screen = state && !last && state.step !== 'file' ? screens[state.step] : null;
  return (
    <>
      {data === undefined ? null : Screen && state ? (
        <Screen state={state} job={job} />
      ) : (
        <FileStep job={job} take={take} last={last} />
      )}
      {over ? <DropHint /> : null}
    </>
  );
}
