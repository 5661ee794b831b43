// The official blue-red board for one person. The preview on screen and every PDF are this one template, laid out in real
// millimetres; what is missing shows as a red mark, and such a board is never let to the printer.
import type { ReactNode } from 'react';
import 'virtual:fonts/boards.css';
import { spacedMobile } from '../../../shared/rules/phone.ts';
import { type BoardFace, boardContact } from '../../../shared/signboards.ts';
import { type BoardSize, boardUnit } from '../../../shared/boardSizes.ts';
import { photoAddress } from './address.ts';
import './board.css';
import './boardBody.css';
import { QrCode } from './QrCode.tsx';

/** A text that must fit its box: fit.ts shrinks it, then wraps it. `name` is what a report calls it. */
const Fit = ({ name, className, children }: { name: string; className: string; children: string }) => (
  <div className={`fit ${className}`} data-fit={name}>
    <span>{children}</span>
  </div>
);

const Missing = ({ children }: { children: ReactNode }) => <span className="missing">{children}</span>;

function Person({ face, plain }: { face: BoardFace; plain: boolean }) {
  const { worker } = face;
  return (
    <section className="person">
      <div className="frame">
        {plain ? null : worker?.photo ? (
          <img src={photoAddress(worker.photo.hash)} alt={worker.name} />
        ) : (
          <Missing>{worker ? '缺照片' : '空缺'}</Missing>
        )}
      </div>
      <div className="facts">
        <div className="role">
          <Fit name="职务名称" className="role-name">
            {face.role}
          </Fit>
        </div>
        {worker ? (
          <Fit name="姓名" className="name">
            {worker.name}
          </Fit>
        ) : (
          <div className="fit name">
            <Missing>空缺</Missing>
          </div>
        )}
        <hr />
        <div className="caption">联系电话</div>
        {worker?.mobile ? (
          <Fit name="联系电话" className="mobile">
            {spacedMobile(worker.mobile)}
          </Fit>
        ) : (
          <div className="fit mobile">
            <Missing>未填</Missing>
          </div>
        )}
        <div className="caption">服务范围</div>
        <Fit name="服务范围" className="area">
          {face.area}
        </Fit>
      </div>
    </section>
  );
}

const Duties = ({ face }: { face: BoardFace }) => (
  <section className="duties">
    <div className="duties-head">
      <i />
      <Fit name="职责栏标题" className="heading">
        {face.dutiesHeading}
      </Fit>
      <hr />
    </div>
    <ol>
      {face.duties.map((duty, index) => (
        <li key={index}>
          <Fit name={`职责“${duty.label}”`} className="label">
            {duty.label}
          </Fit>
          <Fit name={`职责“${duty.label}”的内容`} className="text">
            {duty.text}
          </Fit>
        </li>
      ))}
    </ol>
  </section>
);

/**
 * `size` in mm. The board is exactly that large; scale it from outside.
 * `plain`: without photo and QR code, for trying whether the texts fit.
 */
export function Board({ face, size, plain = false }: { face: BoardFace; size: BoardSize; plain?: boolean }) {
  const unit = boardUnit(size);
  return (
    <div
      className="board"
      data-grid={face.gridId}
      style={{ zoom: unit, width: `${size.width / unit}mm`, height: `${size.height / unit}mm` }}
    >
      <div className="cap">
        <div className="street">
          <i />
          <Fit name="街道名称" className="street-name">
            {face.street}
          </Fit>
          <i />
        </div>
        <Fit name="标题" className="title">
          {face.title}
        </Fit>
      </div>
      <div className="stripes" />
      <div className="middle">
        <section className="grid">
          <div className="names">
            <Fit name="社区名称" className="place">
              {face.place}
            </Fit>
            <Fit name="网格名称" className="grid-name">
              {face.gridName}
            </Fit>
          </div>
          {face.gridCode && (
            <div className="code">
              <b>网格编码</b>
              <Fit name="网格编码" className="digits">
                {face.gridCode}
              </Fit>
            </div>
          )}
        </section>
        <Person face={face} plain={plain} />
        <Duties face={face} />
      </div>
      <div className="stripes foot-stripes" />
      <div className="base">
        <div className="contact">
          {face.hotline && (
            <>
              <Fit name="监督电话名称" className="hotline-label">
                {face.hotlineLabel}
              </Fit>
              <Fit name="监督电话" className="hotline">
                {face.hotline}
              </Fit>
            </>
          )}
          {face.issuingUnit && (
            <div className="unit">
              <span>发布单位</span>
              <Fit name="发布单位" className="unit-name">
                {face.issuingUnit}
              </Fit>
            </div>
          )}
        </div>
        {face.worker?.mobile && (
          <div className="qr">
            <div className="qr-ground">{plain ? null : <QrCode text={boardContact(face)} />}</div>
            <Fit name="二维码说明" className="qr-caption">
              {face.qrCaption}
            </Fit>
          </div>
        )}
      </div>
    </div>
  );
}
