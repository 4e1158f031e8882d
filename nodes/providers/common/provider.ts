import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Scheme, Secret } from '../../verification/scheme';
import type { ActionProvider } from './action';
import type { Advice } from './advice';
import type { CallEvent, CallStatus } from './event';
import type { EventAudio } from './eventAudio';
import type { LiveRequests } from './liveRequest';
import type { Repeat } from './repeat';

/** What the form of the trigger says about a scheme. */
export interface SchemeSettings {
	/** How far a signed timestamp may be from now, in seconds, both ways. */
	timestampTolerance: number;
	/** Whether an unencrypted delivery is taken where a scheme knows encrypted ones. */
	acceptPlaintext: boolean;
	/** A parameter of the provider's own (see `fields`); `undefined` where nothing was entered. */
	read(name: string): unknown;
}

/** Another reading of a credential that would have matched, and what the person mixed up. */
export interface Mistake extends Advice {
	/** The secrets as they would be, had the mistake not been made. */
	secrets: Secret[];
}

/** One kind of event: the form's entry, and where a call stands at it. */
export interface EventType extends INodePropertyOptions {
	/** The provider's own name of the event. */
	value: string;
	/** What happened, in one sentence. */
	description: string;
	/** Where the call stands; missing where the event does not tell it, or its body does. */
	status?: CallStatus;
}

/** What the Voice Call Trigger has to know about a provider. Data, and pure functions. */
export interface TriggerProvider {
	credentialType: string;
	/** The provider's event types. */
	events: readonly EventType[];
	/** Where the URL goes and where the secret is found; HTML, shown in the node. */
	notice: string;
	/** Fields of the form that only this provider has, for what its scheme leaves to the user. */
	fields?: INodeProperties[];
	/** Options that only this provider's scheme has; the timestamp's tolerance is not among them. */
	options: INodeProperties[];
	/**
	 * How far a signed timestamp may be from now where nothing else is set, in seconds. Missing where
	 * the scheme has no timestamp: the form then has no option for it.
	 */
	defaultTolerance?: number;
	/** The body of a 200 answer to an event that was taken. */
	acknowledgement: IDataObject;
	/**
	 * The body of a 200 answer to a genuine event that does not start the workflow, where the provider
	 * reads more into it than that.
	 */
	otherAcknowledgement?: IDataObject;
	/** What the provider does after a 401, in one sentence for the documentation. */
	afterRefusal: string;
	/** @throws BadInput for fields that no scheme can be made of */
	scheme(settings: SchemeSettings): Scheme;
	/** The candidate secrets of a credential, as entered. */
	secrets(credential: ICredentialDataDecryptedObject, settings?: SchemeSettings): Secret[];
	/**
	 * What is wrong with a credential, as far as that can be told without asking the provider.
	 * `undefined` when nothing is.
	 */
	credentialProblem(credential: ICredentialDataDecryptedObject): Advice | undefined;
	/** Mix-ups that people make with this provider's secrets, for the signature doctor. */
	mistakes?(credential: ICredentialDataDecryptedObject): Mistake[];
	/**
	 * The event in a verified payload. Takes any JSON object and never throws. Integers that JavaScript
	 * cannot hold are text in this payload, so that IDs stay exact.
	 */
	readEvent(payload: IDataObject, settings?: SchemeSettings): CallEvent;
	/** Members of what the provider sends, by name at any depth, that are secrets of a call: cut out of items. */
	secretMembers?: readonly string[];
	/** By what a repeat of this event is told from a new one. */
	repeatOf(event: CallEvent, payload: IDataObject): Repeat;
	/** Audio that some events carry; missing where none does. */
	audio?: EventAudio;
	/** Requests that wait for an answer; missing where the provider documents none. */
	live?: LiveRequests;
}

/** A voice AI platform: everything that the nodes know about it. */
export interface Provider {
	/** The value of the `provider` parameter. */
	id: string;
	/** The provider's name as it writes it. */
	name: string;
	/** What sentences call whoever sends, where the name is not that of a platform. */
	sender?: string;
	/** Other words that people type to find it, for the nodes panel. */
	aliases?: readonly string[];
	trigger: TriggerProvider;
	/** Missing where the provider documents no way to place a call. */
	action?: ActionProvider;
}

/** What sentences call whoever sends the events of this provider. */
export function senderOf({ sender, name }: Pick<Provider, 'name' | 'sender'>): string {
	return sender ?? name;
}
