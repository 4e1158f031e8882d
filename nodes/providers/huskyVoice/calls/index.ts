import type { ActionProvider } from '../../action';
import { apiKey } from './apiKey';
import { inboundUrl } from './inboundUrl';

/** Calls with HuskyVoice AI: by its inbound URL, or by its REST API. */
export const calls: ActionProvider = { connections: [inboundUrl, apiKey] };
