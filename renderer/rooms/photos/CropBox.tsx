// Cropping to 5:7 by mouse or keyboard: arrows move, + and - zoom, buttons turn; beside it, how the part will look on a board
// and how sharp it prints at each size.
import { RotateLeftOutlined, RotateRightOutlined } from '@ant-design/icons';
import { Button, Slider } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import Cropper, { type Area, type Point } from 'react-easy-crop';
import 'react-easy-crop/react-easy-crop.css';
import type { PhotoCrop, PhotoTurn } from '../../../shared/photos.ts';
import './photos.css';
import type { Picture } from './picture.ts';
import { Sharpness } from './Sharpness.tsx';
import { drawCropped, turned } from './turns.ts';

export type Cut = { crop: PhotoCrop; turn: PhotoTurn };

const zoomStep = 0.1;
const most = 5;
const storedWidth = 1200;
const within = (zoom: number): number => Math.min(most, Math.max(1, zoom));

export function CropBox({ picture, onChange }: { picture: Picture; onChange: (cut: Cut) => void }) {
  const [at, setAt] = useState<Point>({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState<PhotoTurn>(0);
  const [crop, setCrop] = useState<PhotoCrop | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current && crop) drawCropped(canvas.current, picture.element, crop, turn);
  }, [picture, crop, turn]);

  const changed = (area: Area) => {
    const next = { left: area.x, top: area.y, width: area.width, height: area.height };
    setCrop(next);
    onChange({ crop: next, turn });
  };
  const rotate = (quarters: number) => {
    setTurn(turned(turn, quarters));
    setAt({ x: 0, y: 0 });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') setZoom(within(zoom + zoomStep));
    else if (event.key === '-') setZoom(within(zoom - zoomStep));
    else return;
    event.preventDefault();
  };
  return (
    <div className="crop">
      <div className="crop-stage" onKeyDown={keys}>
        <Cropper
          image={picture.url}
          aspect={5 / 7}
          crop={at}
          zoom={zoom}
          rotation={turn}
          maxZoom={most}
          keyboardStep={4}
          disableAutomaticStylesInjection
          onCropChange={setAt}
          onZoomChange={(next) => setZoom(within(next))}
          onCropAreaChange={(_, area) => changed(area)}
          cropperProps={{ 'aria-label': '裁剪框：方向键移动，加减号缩放', role: 'group' }}
          mediaProps={{ alt: '' }}
        />
      </div>
      <div className="crop-tools">
        <span className="grey">缩放</span>
        <Slider
          className="crop-zoom"
          min={1}
          max={most}
          step={0.05}
          value={zoom}
          onChange={setZoom}
          ariaLabelForHandle="缩放"
          tooltip={{ open: false }}
        />
        <Button icon={<RotateLeftOutlined />} aria-label="向左转" title="向左转" onClick={() => rotate(-1)} />
        <Button icon={<RotateRightOutlined />} aria-label="向右转" title="向右转" onClick={() => rotate(1)} />
      </div>
      <div className="crop-outcome">
        <canvas ref={canvas} width={200} height={280} className="crop-preview" role="img" aria-label="裁剪后的照片" />
        {crop ? <Sharpness width={Math.min(storedWidth, crop.width)} /> : null}
      </div>
    </div>
  );
}
