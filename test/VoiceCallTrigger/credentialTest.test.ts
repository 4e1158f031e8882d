import type { ICredentialDataDecryptedObject, ICredentialTestFunctions } from 'n8n-workflow';
import { testedBy } from '../../nodes/VoiceCallTrigger/credentialTest';
import { VoiceCallTrigger } from '../../nodes/VoiceCallTrigger/VoiceCallTrigger.node';

const hex = (digits: number) => '0123456789abcdef'.repeat(4).slice(0, digits);
const signing = `${'made'}-up-signing-text`;
const pair = { publicKey: `pk_${hex(32)}`, privateKey: `sk_${hex(64)}` };
const app = { appId: 'app-id-1', appKey: 'app-key-1' };

/** What the button "Test" of a form says. */
async function test_(type: string, data: ICredentialDataDecryptedObject) {
	const credential = { id: '1', name: 'Credential', type, data };
	return await testedBy[type].call({} as ICredentialTestFunctions, credential);
}

test('every credential of the trigger names a test that there is', () => {
	const { description, methods } = new VoiceCallTrigger();
	const named = description.credentials?.map(({ testedBy: name }) => name);
	expect(named).toEqual(description.credentials?.map(({ name }) => name));
	expect(Object.keys(methods.credentialTest).sort()).toEqual([...(named as string[])].sort());
});

test.each<[string, ICredentialDataDecryptedObject]>([
	['huskyVoiceWebhookApi', { signingSecret: signing, previousSigningSecret: '' }],
	['voxifiWebhookApi', { signingSecret: signing, previousSigningSecret: `${signing}-old` }],
	['miraiMindsApi', pair],
	['miraiMindsApi', { ...pair, additionalKeyPairs: { pairs: [pair] } }],
	['enableXApi', app],
])('%s: nothing is found, and it says what an offline test cannot tell', async (type, data) => {
	const { status, message } = await test_(type, data);
	expect(status).toBe('OK');
	expect(message).toMatch(/only an event can prove/);
});

test.each<[string, ICredentialDataDecryptedObject, RegExp]>([
	['huskyVoiceWebhookApi', {}, /is empty/],
	['huskyVoiceWebhookApi', { signingSecret: `${signing}\n` }, /line break/],
	['voxifiWebhookApi', { signingSecret: ` ${signing}` }, /space/],
	['voxifiWebhookApi', { signingSecret: 'https://n8n.example.com/webhook' }, /web address/],
	[
		'voxifiWebhookApi',
		{ signingSecret: signing, previousSigningSecret: signing },
		/Both secrets are the same/,
	],
	['enableXApi', { appKey: 'app-key-1' }, /App ID is empty/],
	['enableXApi', { ...app, appId: 'app-id-1 ' }, /space/],
	['enableXApi', { appId: 'same', appKey: 'same' }, /are the same/],
	['miraiMindsApi', {}, /public key .* is empty/],
	['miraiMindsApi', { ...pair, privateKey: '' }, /private key .* is empty/],
	['miraiMindsApi', { ...pair, privateKey: hex(64) }, /does not start with sk_/],
	['miraiMindsApi', { ...pair, privateKey: `sk_${hex(63)}` }, /66 characters, not 67/],
	['miraiMindsApi', { publicKey: pair.privateKey, privateKey: pair.publicKey }, /swapped/],
	[
		'miraiMindsApi',
		{ ...pair, additionalKeyPairs: { pairs: [{ publicKey: pair.publicKey, privateKey: '' }] } },
		/additional pair 1/,
	],
])('%s %#: says what is wrong and what to do', async (type, data, words) => {
	const { status, message } = await test_(type, data);
	expect(status).toBe('Error');
	expect(message).toMatch(words);
	expect(message.split('. ').length).toBeGreaterThan(1);
	for (const value of Object.values(data)) {
		if (typeof value === 'string' && value.length > 20) expect(message).not.toContain(value);
	}
});
