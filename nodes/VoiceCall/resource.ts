import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { defaultProviderId } from '../providers';
import type { ResourceName } from '../providers/common/action';
import { RESOURCES } from './operationOptions';
import { resourceOf } from './operations';
import { callingProviders, formProviders, type FormProvider } from './registry';

/** What an agent's tool does not offer. */
export const NOT_IN_TOOLS = { displayOptions: { hide: { '@tool': [true] } } };

/** The resources that a provider has, the usual one first. */
const resourcesOf = ({ action, trigger }: FormProvider): Array<ResourceName | 'request'> => {
	const operations = action?.connections.flatMap((way) => way.operations) ?? [];
	const own = [...new Set(operations.map(resourceOf))].sort(
		(one, other) => Number(other === 'call') - Number(one === 'call'),
	);
	return trigger.live === undefined ? own : [...own, 'request'];
};

/** How the form offers live requests: only the workflow itself can answer one, no tool of an agent. */
const REQUEST: INodePropertyOptions = { name: 'Live Request', value: 'request', ...NOT_IN_TOOLS };

/** The providers whose calls have this resource. */
const having = (resource: ResourceName | 'request') =>
	formProviders.filter((each) => resourcesOf(each).includes(resource)).map(({ id }) => id);

/**
 * What the operations are about. One parameter for all providers, whose choices depend on the provider: of
 * several, the nodes panel would list each action as often.
 */
export const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [...Object.values(RESOURCES), REQUEST].map((option) => ({
		...option,
		displayOptions: {
			...option.displayOptions,
			show: { provider: having(option.value as ResourceName) },
		},
	})),
	default: 'call',
	displayOptions: { show: { provider: callingProviders.map(({ id }) => id) } },
};

/** With a provider that places no calls there is nothing to choose. */
export const onlyRequest: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'hidden',
	default: 'request',
	displayOptions: {
		show: {
			provider: formProviders.filter(({ action }) => action === undefined).map(({ id }) => id),
		},
	},
};

/**
 * The condition for a resource. The nodes panel lists the operations of a resource that is written as plain
 * text, with the default provider; so one that this provider lacks is not.
 */
export function shownIn(resource: ResourceName) {
	return having(resource).includes(defaultProviderId) ? resource : { _cnd: { eq: resource } };
}
