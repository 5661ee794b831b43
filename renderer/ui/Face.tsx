// A worker's photo as a list or a drawer shows it; where there is none, the dashed 缺.
export const Face = ({ hash, name, large = false }: { hash: string | null; name: string; large?: boolean }) => {
  const size = large ? 'face large' : 'face';
  if (!hash) return <span className={`${size} none`}>{large ? '缺照片' : '缺'}</span>;
  return (
    <img
      className={size}
      src={large ? `/files/photos/${hash}` : `/files/photos/${hash}/thumbnail`}
      alt={large ? `${name}的照片` : ''}
      width={large ? 100 : 22}
      height={large ? 140 : 31}
      loading="lazy"
    />
  );
};
