// Step five: what went in, how to take it back, and where to go now. Once it is left it is the last import's, told in one line of step one.
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { client } from '../../api.ts';
import { saveJobFile } from '../../files.ts';
import { PageBody, PageHead } from '../../ui/Page.tsx';
import { State } from '../../ui/State.tsx';
import { useAct } from '../../ui/useAct.tsx';
import { useJob } from '../../ui/useJob.ts';
import { useLeft } from '../../ui/useLeft.ts';
import { fileWords, type StepProps, StepLine } from './Step.tsx';

export function ResultStep({ state }: StepProps) {
  const { id, result } = state;
  const navigate = useNavigate();
  const again = useAct(() => client.imports.leaveResult.mutate({ id, left: true }));
  const router = useRouter();
  // Whoever comes back begins the next import. A reload isn't a leaving, nor is somebody else sitting down.
  const left = useLeft(() =>
    setTimeout(() => {
      if (left.current && router.state.location.pathname !== '/imports') again.mutate();
    }),
  );
  const undo = useAct(() => client.imports.undo.mutate({ id }));
  const marked = useJob(saveJobFile);
  if (!result) return null;
  const unread = state.tables.filter(({ chosen, people }) => !chosen && people > 0);
  return (
    <>
      <PageHead title="导入花名册" sub={fileWords(state)}>
        <Button loading={again.isPending} onClick={() => again.mutate()}>
          再导入一个文件
        </Button>
        {result.undone ? null : (
          <Button danger loading={undo.isPending} onClick={() => undo.mutate()}>
            撤销这次导入
          </Button>
        )}
        <Button type="primary" onClick={() => void navigate({ to: '/workers' })}>
          去网格员
        </Button>
      </PageHead>
      <StepLine at="result" />
      <PageBody>
        <div className="import-result" role="status">
          <h2>{result.undone ? '这次导入已撤销，台账回到导入以前' : '已写入台账'}</h2>
          <dl>
            <dt>新增</dt>
            <dd>
              <b>{result.added}</b> 人
            </dd>
            <dt>变更</dt>
            <dd>
              <b>{result.changed}</b> 人，共 {result.cells} 格
            </dd>
            {result.additional > 0 ? (
              <>
                <dt>兼任</dt>
                <dd>
                  <b>{result.additional}</b> 个网格
                </dd>
              </>
            ) : null}
            {result.photos > 0 ? (
              <>
                <dt>照片</dt>
                <dd>
                  <b>{result.photos}</b> 张，随表写入
                </dd>
              </>
            ) : null}
            <dt>没有写入</dt>
            <dd>
              <b>{result.leftOut}</b> 行{result.leftOut > 0 ? '（相同、有错、待确认或没有勾选的）' : ''}
              {result.leftOut > 0 ? (
                <Button
                  loading={marked.running}
                  onClick={() => void marked.start(async () => (await client.imports.markErrors.mutate({ id })).jobId)}
                >
                  导出标错后的文件
                </Button>
              ) : null}
            </dd>
            {unread.length > 0 ? (
              <>
                <dt>没有读的表</dt>
                <dd>{unread.map(({ name, people }) => `${name}（${people} 人）`).join('、')}</dd>
              </>
            ) : null}
            <dt>状态</dt>
            <dd>{result.undone ? <State kind="off">已撤销</State> : <State kind="ok">已保存</State>}</dd>
            <dt>写入前的备份</dt>
            <dd className="import-path">{result.backup}</dd>
          </dl>
          {result.undone ? null : (
            <p className="grey">网格员还没有照片和上岗日期的，可以在“网格员”里补上，或用“批量上传照片”。</p>
          )}
        </div>
      </PageBody>
    </>
  );
}
