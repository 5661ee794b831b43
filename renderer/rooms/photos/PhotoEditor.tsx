// One worker's photo, in the rail: chosen, dropped or pasted, cropped to 5:7, saved as an act that can be undone.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { api, client } from '../../api.ts';
import { upload } from '../../files.ts';
import { useAct } from '../../ui/useAct.tsx';
import { DetailRail } from '../../ui/DetailRail.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { CropBox, type Cut } from './CropBox.tsx';
import './photos.css';
import { firstFile, readable, usePicture } from './picture.ts';
import { Sharpness } from './Sharpness.tsx';

export type PhotoEditorProps = {
  workerId: number;
  name: string;
  /** The present photo, or null. */
  photoHash: string | null;
  /** Called when the photo was saved or removed, and when the editor is closed. */
  onDone: () => void;
};

function Present({ hash, name, toCrop }: { hash: string; name: string; toCrop: boolean }) {
  const { data } = useQuery(api.photos.facts.queryOptions({ hash }));
  return (
    <>
      <div className="crop-outcome">
        <img className="crop-preview" src={`/files/photos/${hash}`} alt={`${name}的照片`} width={120} height={168} />
        {data ? <Sharpness width={data.width} /> : null}
      </div>
      {toCrop ? <p className="rail-note">这张照片是自动裁剪的，请看头像是否完整。不合适就选原来的照片重新裁剪。</p> : null}
    </>
  );
}

/** Where a picture is dropped; a button for those who would rather look for it. */
function Intake({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="photo-intake">
      {children}
      <Button onClick={() => input.current?.click()}>选择照片文件</Button>
      <span className="grey small">也可以把照片拖到这里，或复制后按 Ctrl+V</span>
      <Link to="/photos">批量上传照片</Link>
      <input
        ref={input}
        type="file"
        accept="image/*,.heic,.heif"
        hidden
        aria-label="照片文件"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
    </div>
  );
}

export function PhotoEditor({ workerId, name, photoHash, onDone }: PhotoEditorProps) {
  const [file, setFile] = useState<File | null>(null);
  const [cut, setCut] = useState<Cut | null>(null);
  const { picture, fault } = usePicture(file);
  const { data: present } = useQuery(api.photos.ofWorker.queryOptions({ workerId }));
  const toCrop = present?.toCrop ?? false;

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const pasted = firstFile(event.clipboardData);
      if (pasted) setFile(pasted);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);

  const save = useAct(async () => {
    if (!picture || !cut) return;
    const uploadId = await upload(new File([await readable(picture.file)], picture.file.name));
    await client.photos.save.mutate({ workerId, uploadId, ...cut });
  }, onDone);
  const remove = useAct(() => client.photos.remove.mutate({ workerId }), onDone);
  const accept = useAct(() => client.photos.accept.mutate({ workerId }), onDone);
  const canSave = picture !== null && cut !== null && !save.isPending;
  useShortcut('Ctrl+S', () => save.mutate(undefined), { enabled: canSave });

  const foot = picture ? (
    <>
      <Button type="primary" disabled={!canSave} loading={save.isPending} onClick={() => save.mutate(undefined)} title="Ctrl+S">
        保存照片
      </Button>
      <Button onClick={() => setFile(null)}>换一张</Button>
      <span className="right small">Ctrl+S 保存</span>
    </>
  ) : photoHash ? (
    <>
      {toCrop ? (
        <Button loading={accept.isPending} onClick={() => accept.mutate(undefined)}>
          裁剪合适
        </Button>
      ) : null}
      <Button danger loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
        删除照片
      </Button>
    </>
  ) : null;

  return (
    <DetailRail label={`${name}的照片`} onClose={onDone} foot={foot}>
      <div
        className="photo-editor"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          const dropped = firstFile(event.dataTransfer);
          if (dropped) setFile(dropped);
        }}
      >
        <h2 className="rail-title">{name}的照片</h2>
        {fault ? (
          <p className="rail-failure" role="alert">
            {fault}
          </p>
        ) : null}
        {picture ? (
          <CropBox key={picture.url} picture={picture} onChange={setCut} />
        ) : (
          <Intake onFile={setFile}>
            {photoHash ? <Present hash={photoHash} name={name} toCrop={toCrop} /> : <div className="photo-none">还没有照片</div>}
          </Intake>
        )}
      </div>
    </DetailRail>
  );
}
