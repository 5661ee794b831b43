// The pictures of the file, over the preview: which column holds the photos, what becomes of photos that are there, and how many go
// in. Nothing of it is seen where the file has no pictures.
import { Radio } from 'antd';
import type { PhotoChoice, PhotoSummary, PictureColumn } from '../../../shared/imports/photos.ts';
import { client } from '../../api.ts';
import { Select } from '../../ui/Select.tsx';
import { State } from '../../ui/State.tsx';
import { useAct } from '../../ui/useAct.tsx';

const columnWords = ({ letters, title, count }: PictureColumn): string =>
  `${letters} 列${title === '' ? '' : `“${title}”`}，${count} 张`;

export function PhotosLine({ id, photos, disabled }: { id: string; photos: PhotoSummary; disabled: boolean }) {
  const { fault, columns, choice, counts, ticked } = photos;
  const choose = useAct((chosen: PhotoChoice) => client.imports.choosePhotos.mutate({ id, ...chosen }));
  const others = counts.kept + counts.replaces;
  const locked = disabled || choose.isPending;
  return (
    <div className="filters import-photos" role="group" aria-label="表中的照片">
      {fault === null ? null : <State kind="warn">{fault}</State>}
      {columns.length === 0 ? null : (
        <>
          <span className="label">照片列</span>
          <Select<string>
            aria-label="照片列"
            value={choice.column ?? ''}
            style={{ width: 220 }}
            disabled={locked}
            onChange={(column) => choose.mutate({ ...choice, column: column === '' ? null : column })}
            options={[
              ...columns.map((column) => ({ value: column.column, label: columnWords(column) })),
              { value: '', label: '不导入照片' },
            ]}
          />
          {choice.column === null ? (
            <span className="grey">表里有图片，没有导入；是照片的请选它所在的列</span>
          ) : others > 0 ? (
            <>
              <span className="label">已有照片的 {others} 人</span>
              <Radio.Group
                aria-label="已有照片的人"
                value={choice.replace}
                disabled={locked}
                onChange={(event) => choose.mutate({ ...choice, replace: event.target.value as boolean })}
                options={[
                  { value: false, label: '保留现有照片' },
                  { value: true, label: '换成表中的照片' },
                ]}
              />
            </>
          ) : null}
        </>
      )}
      {choice.column === null ? null : (
        <span className="right">
          写入照片 <b>{ticked.added + ticked.replaces}</b> 张
          {counts.unusable > 0 ? <span className="red">，不能用 {counts.unusable} 张</span> : null}
        </span>
      )}
    </div>
  );
}
