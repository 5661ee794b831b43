// One file of the batch: how it will look, whose it is, and cropping it anew while the original is at hand.
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { BatchItem } from '../../../shared/photos.ts';
import { client } from '../../api.ts';
import { useAct } from '../../ui/useAct.tsx';
import { DetailRail } from '../../ui/DetailRail.tsx';
import { AssignPerson } from './AssignPerson.tsx';
import { CropBox, type Cut } from './CropBox.tsx';
import { cropAnew, originalOf, withoutOriginal } from './intake.ts';
import './photos.css';
import { usePicture } from './picture.ts';
import { Sharpness } from './Sharpness.tsx';

function Crop({ item, onDone }: { item: BatchItem; onDone: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [cut, setCut] = useState<Cut | null>(null);
  const { picture, fault } = usePicture(file);
  useEffect(() => {
    let current = true;
    void originalOf(item.id).then((original) => current && setFile(original));
    return () => {
      current = false;
    };
  }, [item.id]);
  const save = useAct(async () => {
    if (cut) await cropAnew(item.id, cut);
  }, onDone);
  return (
    <DetailRail
      label="裁剪照片"
      onClose={onDone}
      foot={
        <>
          <Button disabled={!picture || !cut} loading={save.isPending} onClick={() => save.mutate(undefined)}>
            用这个裁剪
          </Button>
          <Button onClick={onDone}>不裁剪</Button>
        </>
      }
    >
      <h2 className="rail-title">裁剪照片</h2>
      {fault ? (
        <p className="rail-failure" role="alert">
          {fault}
        </p>
      ) : null}
      {picture ? <CropBox picture={picture} onChange={setCut} /> : null}
    </DetailRail>
  );
}

export function BatchRail({ item, version, onClose }: { item: BatchItem; version: number; onClose: () => void }) {
  const [cropping, setCropping] = useState(false);
  const drop = useAct(() => client.photos.drop.mutate({ itemId: item.id }), onClose);
  if (cropping) return <Crop item={item} onDone={() => setCropping(false)} />;
  const usable = item.verdict !== 'broken';
  const notCroppable = withoutOriginal(item.id);
  return (
    <DetailRail
      label={item.name}
      onClose={onClose}
      foot={
        <>
          {usable ? (
            <Button disabled={notCroppable !== null} title={notCroppable ?? undefined} onClick={() => setCropping(true)}>
              重新裁剪
            </Button>
          ) : null}
          <Button loading={drop.isPending} onClick={() => drop.mutate(undefined)}>
            不用这张
          </Button>
        </>
      }
    >
      <h2 className="rail-title batch-name">{item.name}</h2>
      {item.folder ? <p className="grey batch-folder">文件夹：{item.folder}</p> : null}
      {usable ? (
        <>
          <div className="crop-outcome">
            <img
              className="crop-preview"
              src={`/files/photos/batch/${item.id}?${version}`}
              alt={item.name}
              width={120}
              height={168}
            />
            <Sharpness width={item.width} />
          </div>
          {item.toCrop ? <p className="rail-note batch-note">照片不是 5:7，已自动裁剪，请看头像是否完整。</p> : null}
          {notCroppable === null ? null : <p className="grey batch-note">{notCroppable}</p>}
          <dl className="batch-facts">
            <dt>对应到</dt>
            <dd>
              {item.worker && item.verdict === 'matched' ? (
                <>
                  <b>{item.worker.name}</b>　{item.worker.place ?? '未上岗'}
                  <br />
                  {item.worker.mobile ?? '未填手机号码'}
                  {item.unchanged ? '　与现有照片相同' : item.worker.hasPhoto ? '　已有照片，将被替换' : ''}
                </>
              ) : (
                <span className="red">{item.reason}</span>
              )}
            </dd>
          </dl>
          <label className="batch-label">
            这是谁的照片
            <AssignPerson key={item.id} item={item} />
          </label>
        </>
      ) : (
        <p className="red">{item.reason}</p>
      )}
    </DetailRail>
  );
}
