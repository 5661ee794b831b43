// 打印前检查, and the print that follows: every board that lacks something is named with the way to mend it; the person prints
// the rest, watches, and takes the PDF or the print dialog. Nothing that is wrong passes unnamed.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isPrintable } from '../../../shared/signboards.ts';
import { type BoardSizeName, boardSizes } from '../../../shared/boardSizes.ts';
import { client, told } from '../../api.ts';
import { opensTabs, print, reveal, save } from '../../native.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Empty, PageBody, PageHead } from '../../ui/Page.tsx';
import { useJob } from '../../ui/useJob.ts';
import { handOnLater } from '../../ui/sheet/handOn.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { CheckList } from './CheckList.tsx';
import { checkBoards } from './checkBoards.ts';
import { PrintRail } from './PrintRail.tsx';
import { message } from '../../ui/messages.ts';

export function CheckAndPrint({ gridIds, size, back }: { gridIds: number[]; size: BoardSizeName; back: () => void }) {
  const [acceptLowPpi, setAcceptLowPpi] = useState(false);
  const [printed, setPrinted] = useState<{ jobId: string; count: number } | null>(null);
  const [sending, setSending] = useState(false);
  const check = useQuery({
    queryKey: ['boardCheck', size, gridIds],
    queryFn: () => checkBoards(gridIds, size),
    gcTime: 0,
  });
  const rows = check.data ?? [];
  const printable = rows.filter(({ problems }) => isPrintable(problems, acceptLowPpi)).map(({ id }) => id);
  const rest = printable.length < rows.length;
  const isHeldByPhotos = !acceptLowPpi && rows.some(({ problems }) => !isPrintable(problems) && isPrintable(problems, true));
  const request = { gridIds: printable, size, acceptLowPpi };
  /** How many boards the job makes. */
  const ordered = useRef(0);
  const job = useJob(
    (jobId) => setPrinted({ jobId, count: ordered.current }),
    (jobId) => void handOnLater(jobId, { format: 'pdf', name: '指示牌', words: `${ordered.current} 块` }),
  );
  const begin = () => {
    ordered.current = printable.length;
    return job.start(async () => (await client.signboards.print.mutate(request)).jobId);
  };

  // Boards with nothing to say about them need no second yes.
  const allWell = check.data !== undefined && rows.length > 0 && rows.every(({ problems }) => problems.length === 0);
  const beginAtOnce = useEffectEvent(() => void begin());
  useEffect(() => {
    if (allWell) beginAtOnce();
  }, [allWell]);
  useShortcut('Escape', () => {
    if (!job.running) back();
  });

  const address = printed ? `/files/jobs/${printed.jobId}` : '';
  const download = async () => {
    const file = await save(address);
    if (file === null) return;
    message.success(`已保存到 ${file}`);
    await reveal?.(file);
  };
  const sendToPrinter = async () => {
    setSending(true);
    try {
      const { pages } = await client.signboards.openPages.mutate(request);
      const [page] = pages;
      if (!page) return;
      if (pages.length > 1) throw new Error('打印机一次最多打印 200 块，请下载 PDF 后分批打印，或回到列表少选一些。');
      await print(page.path);
    } catch (error) {
      message.error(told(error), 8);
    } finally {
      setSending(false);
    }
  };
  const canBegin = printable.length > 0 && !job.running && !check.isFetching;
  useShortcut('Ctrl+P', () => {
    if (!printed && canBegin) void begin();
    else if (printed && !sending) void sendToPrinter();
  });
  const say = (work: Promise<void>) => void work.catch((error: unknown) => message.error(told(error), 8));

  return (
    <>
      <PageHead
        title="打印前检查"
        sub={`${boardSizes[size].label}，${gridIds.length} 块指示牌${check.data ? `：可打印 ${printable.length}，不打印 ${rows.length - printable.length}` : ''}`}
      >
        <Button onClick={back}>返回列表</Button>
        {printed ? (
          <>
            {opensTabs ? (
              <Button href={`${address}?inline`} target="_blank" rel="noreferrer">
                打开 PDF
              </Button>
            ) : null}
            <Button loading={sending} title="Ctrl+P" onClick={() => void sendToPrinter()}>
              用打印机打印
            </Button>
            <Button type="primary" onClick={() => say(download())}>
              下载 PDF
            </Button>
          </>
        ) : (
          <Button type="primary" disabled={!canBegin} title="Ctrl+P" onClick={() => void begin()}>
            {check.data === undefined
              ? `正在检查 ${gridIds.length} 块`
              : printable.length === 0
                ? '没有可以打印的指示牌'
                : `打印${rest ? '其余' : ''} ${printable.length} 块指示牌`}
          </Button>
        )}
      </PageHead>
      <div className="boards-second grey">
        {check.data
          ? rest
            ? `下面列出的指示牌先不打印：补齐后重来${printable.length > 0 ? '，或先打印其余的' : ''}${isHeldByPhotos ? '；只是照片偏小的，也可以在右边勾选后打印' : ''}。`
            : '检查全部通过。'
          : `正在检查照片、手机号码、用字和版面，共 ${gridIds.length} 块`}
      </div>
      <PageBody
        tab="打印内容"
        rail={
          <PrintRail
            rows={check.data}
            chosen={gridIds.length}
            size={size}
            acceptLowPpi={acceptLowPpi}
            onAcceptLowPpi={(accept) => {
              setPrinted(null);
              setAcceptLowPpi(accept);
            }}
            busy={job.running}
            printed={printed}
          />
        }
      >
        {check.error ? (
          <Empty title={told(check.error)}>
            <Button onClick={() => void check.refetch()}>重新检查</Button>
          </Empty>
        ) : (
          <CheckList rows={rows} acceptLowPpi={acceptLowPpi} checked={check.data !== undefined} />
        )}
        <div className="foot">
          {job.running ? (
            <JobProgress state={job.state} cancel={job.cancel} />
          ) : printed ? (
            <span>
              已生成 <b>{printed.count} 块</b>，一块一页，按总支、社区、网格的顺序。
            </span>
          ) : job.end?.phase === 'cancelled' ? (
            <span className="grey">已取消，没有生成 PDF。</span>
          ) : null}
        </div>
      </PageBody>
    </>
  );
}
