import type { ActionProvider } from '../common/action';
import { apiKey } from './apiKey.connection';
import { inboundUrl } from './inboundUrl.connection';

/** Calls with HuskyVoice AI: by its inbound URL, or by its REST API. */
export const calls: ActionProvider = { connections: [inboundUrl, apiKey] };
