// 关于: version, where the data lies, and where the program writes down what went wrong.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../api.ts';
import { openLogFolder, reveal } from '../../native.ts';
import { SettingsFrame } from './SettingsFrame.tsx';

export function AboutTab() {
  const { data } = useQuery(api.settings.about.queryOptions());
  return (
    <SettingsFrame tab="about">
      <h2>网格台账</h2>
      <dl className="settings-facts">
        <dt>版本</dt>
        <dd>{data?.version}</dd>
        <dt>数据文件</dt>
        <dd>
          {data?.file}
          {reveal && data ? <Button onClick={() => void reveal?.(data.file)}>在文件夹中显示</Button> : null}
        </dd>
        <dt>日志文件夹</dt>
        <dd>
          {data?.logFolder}
          {openLogFolder ? <Button onClick={() => void openLogFolder?.()}>打开文件夹</Button> : null}
        </dd>
      </dl>
      <p className="grey">
        全部数据（含照片）都在这一个数据文件里，只存在本机，不上网。数据文件没有加密，请管好这台电脑和备份所在的磁盘。
        <br />
        程序出错时，把日志文件夹里的文件交给维护人员；日志里的身份证号和手机号码已打星号。
      </p>
    </SettingsFrame>
  );
}
