// Security of loans: named and valued at the desk, received and given back by two people, and the register of all of it.

import {
  CollateralAsked,
  CollateralItemParams,
  CollateralList,
  CollateralQuery,
  CsvText,
  IdParams,
  LoanDetail,
  OfferCollateralBody,
  ReceiveCollateralBody,
  ReleaseCollateralBody,
} from '@kafal/contract';
import { z } from 'zod';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { askReceipt, askRelease } from './keep-collateral.ts';
import { exportCollateral, listCollateral } from './list-collateral.ts';
import { loanDetail } from './loan-detail.ts';
import { offerCollateral, removeCollateral } from './offer-collateral.ts';

const tags = ['loans'];
const staffActs = { permission: 'loan.apply', audience: 'staff' } as const;

export function collateralRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/loan-collateral',
    {
      config: { permission: 'loan.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The register of security: what is offered, held, to be given back, and given back, the newest first',
        querystring: CollateralQuery,
        response: { 200: CollateralList },
      },
    },
    (request) => listCollateral(platform, request.actor, request.query),
  );

  app.get(
    '/api/loan-collateral.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The same as a file, the whole filter',
        querystring: CollateralQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) =>
      sendCsv(reply, await exportCollateral(platform, request.actor, request.query), 'collateral'),
  );

  app.post(
    '/api/loans/:id/collateral',
    {
      config: { ...staffActs, idempotent: true },
      schema: {
        tags,
        summary: 'Names security for a loan with its value; gold is valued by weight, fineness and the rate of its day',
        params: IdParams,
        body: OfferCollateralBody,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async ({ actor, params, body, idempotency }, reply) =>
      sendKept(reply, await offerCollateral(platform, actor, params.id, body, idempotency)),
  );

  app.delete(
    '/api/loans/:id/collateral/:itemId',
    {
      config: staffActs,
      schema: {
        tags,
        summary: 'Takes security off a loan that was not received yet',
        params: CollateralItemParams,
        response: { 200: LoanDetail },
      },
    },
    async ({ actor, params: { id, itemId } }) => {
      await removeCollateral(platform, actor, { loanId: id, itemId });
      return loanDetail(platform, actor, id);
    },
  );

  app.post(
    '/api/loans/:id/collateral/receipt',
    {
      config: { ...staffActs, idempotent: true },
      schema: {
        tags,
        summary: 'Asks that security is put into the keeping of the society; a second person agrees',
        params: IdParams,
        body: ReceiveCollateralBody,
        response: { 202: CollateralAsked },
      },
    },
    async ({ actor, params, body, idempotency }, reply) =>
      sendKept(reply, await askReceipt(platform, actor, { loanId: params.id, ...body }, idempotency)),
  );

  app.post(
    '/api/loans/:id/collateral/release',
    {
      config: { ...staffActs, idempotent: true },
      schema: {
        tags,
        summary: 'Asks that security of a loan that is over is given back; a second person agrees',
        params: IdParams,
        body: ReleaseCollateralBody,
        response: { 202: CollateralAsked },
      },
    },
    async ({ actor, params, body, idempotency }, reply) =>
      sendKept(reply, await askRelease(platform, actor, { loanId: params.id, ...body }, idempotency)),
  );
}
