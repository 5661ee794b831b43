// The three lists of 社区与小区, side by side in the second line.
import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { placesLink } from '../links.ts';

export type Level = 'community' | 'compound' | 'branch';

export function LevelChoice({ level }: { level: Level }) {
  const navigate = useNavigate();
  return (
    <Segmented<Level>
      aria-label="看哪一级"
      value={level}
      options={[
        { value: 'community', label: '社区（村居）' },
        { value: 'compound', label: '居民小区' },
        { value: 'branch', label: '社区总支' },
      ]}
      onChange={(next) => void navigate({ ...placesLink({ level: next }), replace: true })}
    />
  );
}
