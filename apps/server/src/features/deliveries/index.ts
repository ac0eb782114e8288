import { registerApprovalKind } from '../approvals/index.ts';
import { smsProviderApproval } from './sms-provider.ts';
import { smsTemplateApproval } from './sms-templates.ts';

export { smsChannel } from './sms-channel.ts';

registerApprovalKind('sms-provider', smsProviderApproval);
registerApprovalKind('sms-template', smsTemplateApproval);

export { type Deliverer, deliverer } from './deliver.ts';
export { deliverersRoutes, deliveriesRoutes } from './deliveries-routes.ts';
export { mailChannel } from './mail-channel.ts';
export { maskPhone } from './mask-address.ts';
export { deliveriesMessages } from './messages.ts';
export { newestNotification, queueDeliveries } from './queue-deliveries.ts';
export { heldBackUntil, type MannerColumns, quietOfSociety } from './quiet-of.ts';
export { canTextCode, textCode } from './send-code.ts';
export { sweepDeliveries } from './sweep-deliveries.ts';
export { wakeDeliverer } from './wake-deliverer.ts';
