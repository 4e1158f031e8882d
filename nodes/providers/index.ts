import { bland } from './bland';
import type { Provider } from './common/provider';
import { custom } from './custom';
import { elevenLabs } from './elevenLabs';
import { enableX } from './enableX';
import { huskyVoice } from './huskyVoice';
import { miraiMinds } from './miraiMinds';
import { miraiMindsV2 } from './miraiMindsV2';
import { retell } from './retell';
import { standardWebhooks } from './standardWebhooks';
import { telnyx } from './telnyx';
import { ultravox } from './ultravox';
import { vapi } from './vapi';
import { voxifi } from './voxifi';

/** Every provider there is, in the order of the forms. Adding one is one line here. */
export const providers: readonly Provider[] = [
	bland,
	elevenLabs,
	enableX,
	huskyVoice,
	miraiMinds,
	miraiMindsV2,
	custom,
	retell,
	standardWebhooks,
	telnyx,
	ultravox,
	vapi,
	voxifi,
];

/** The provider that a new node starts with. */
export const defaultProviderId = huskyVoice.id;

/** An expression for the name of the provider that a node's form has chosen. */
export const chosenProviderName = `(${JSON.stringify(
	Object.fromEntries(providers.map(({ id, name }) => [id, name])),
)})[$parameter["provider"]]`;

/** An expression for whether the provider that a node's form has chosen has no live requests. */
export const hasNoLiveRequests = `={{ !${JSON.stringify(
	providers.filter(({ trigger }) => trigger.live !== undefined).map(({ id }) => id),
)}.includes($parameter["provider"]) }}`;

/** The provider with this id. Throws for an id that no form offers. */
export function providerOf(id: string): Provider {
	const found = providers.find((provider) => provider.id === id);
	if (!found) throw new RangeError('There is no such provider.');
	return found;
}
