// 社区与小区: communities, compounds and branches, one list each.
import { useSearch } from '@tanstack/react-router';
import '../roster.css';
import { Branches } from './Branches.tsx';
import { PlacesOfLevel } from './PlacesOfLevel.tsx';

export function Places() {
  const { level = 'community' } = useSearch({ from: '/framed/themed/places' });
  return level === 'branch' ? <Branches /> : <PlacesOfLevel key={level} level={level} />;
}
