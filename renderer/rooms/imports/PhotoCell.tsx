// The picture of a row and what becomes of it, beside the photo that the person has: seen small, so that a face beside the wrong name
// is noticed.
import { photoWords, type PreviewPhoto } from '../../../shared/imports/photos.ts';

const size = { width: 29, height: 41 };

export function PhotoCell({ name, photo }: { name: string; photo: PreviewPhoto | null }) {
  if (photo === null) return <span className="grey">—</span>;
  const { outcome, reason, thumbnail, present } = photo;
  if (outcome === 'unusable')
    return (
      <span className="red" title={reason}>
        {photoWords[outcome]}：{reason}
      </span>
    );
  const beside = outcome === 'replaces' || outcome === 'kept';
  return (
    <span className="import-photo">
      {beside && present !== null ? <img {...size} src={`/files/photos/${present}/thumbnail`} alt={`${name}现有的照片`} /> : null}
      {outcome === 'replaces' ? <span className="grey">→</span> : null}
      {thumbnail === null ? null : (
        <img {...size} src={thumbnail} alt={`表中${name}的照片`} className={outcome === 'kept' ? 'import-photo-kept' : ''} />
      )}
      <span className={outcome === 'replaces' ? '' : 'grey'}>{photoWords[outcome]}</span>
    </span>
  );
}
