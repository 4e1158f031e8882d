import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Scheme, Secret } from '../../verification/scheme';
import type { ActionProvider } from './action';
import type { CallEvent } from './event';

/** The trigger's options that bear on a scheme. */
export interface SchemeSettings {
	/** How far a signed timestamp may be from now, in seconds, both ways. */
	timestampTolerance: number;
	/** Whether an unencrypted delivery is taken where a scheme knows encrypted ones. */
	acceptPlaintext: boolean;
}

/** Another reading of a credential that would have matched, and what the person mixed up. */
export interface Mistake {
	/** The secrets as they would be, had the mistake not been made. */
	secrets: Secret[];
	/** What is wrong and what to do, in two sentences, without any value. */
	remedy: string;
}

/** What the Voice Call Trigger has to know about a provider. Data, and pure functions. */
export interface TriggerProvider {
	credentialType: string;
	/** The provider's event types by its own names, each with a sentence. */
	events: INodePropertyOptions[];
	/** Where the URL goes and where the secret is found; HTML, shown in the node. */
	notice: string;
	/** Options that only this provider's scheme has. */
	options: INodeProperties[];
	/** The body of a 200 answer to an event that was taken. */
	acknowledgement: IDataObject;
	scheme(settings: SchemeSettings): Scheme;
	/** The candidate secrets of a credential, as entered. */
	secrets(credential: ICredentialDataDecryptedObject): Secret[];
	/**
	 * What is wrong with a credential, as far as that can be told without asking the provider: a
	 * sentence that says what and one that says what to do. `undefined` when nothing is.
	 */
	credentialProblem(credential: ICredentialDataDecryptedObject): string | undefined;
	/** Mix-ups that people make with this provider's secrets, for the signature doctor. */
	mistakes?(credential: ICredentialDataDecryptedObject): Mistake[];
	/** The event in a verified payload. Takes any JSON object and never throws. */
	readEvent(payload: IDataObject): CallEvent;
}

/** A voice AI platform: everything that the nodes know about it. */
export interface Provider {
	/** The value of the `provider` parameter. */
	id: string;
	/** The provider's name as it writes it. */
	name: string;
	trigger: TriggerProvider;
	/** Missing where the provider documents no way to place a call. */
	action?: ActionProvider;
}
