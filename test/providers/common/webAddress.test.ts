import { callbackAddress, requireReachable } from '../../../nodes/providers/common/webAddress';

const PROVIDER = 'https://api.example.com/v1';

test.each([
	'http://localhost:5678/webhook/1',
	'https://localhost/webhook/1',
	'https://localhost./webhook/1',
	'https://n8n.localhost/webhook/1',
	'http://127.0.0.1:5678/webhook/1',
	'https://127.1/webhook/1',
	'https://2130706433/webhook/1',
	'https://0.0.0.0/webhook/1',
	'https://10.1.2.3/webhook/1',
	'https://172.16.0.1/webhook/1',
	'https://172.31.255.1/webhook/1',
	'https://192.168.178.20/webhook/1',
	'https://169.254.1.1/webhook/1',
	'http://[::1]:5678/webhook/1',
	'https://[::]/webhook/1',
	'https://[::ffff:127.0.0.1]/webhook/1',
	'https://[fd00::7]/webhook/1',
	'https://[fe80::7]/webhook/1',
	'https://n8n/webhook/1',
	'https://n8n:5678/webhook/1',
	'https://host.docker.internal/webhook/1',
	'https://raspberrypi.local/webhook/1',
	'https://n8n.lan/webhook/1',
])('%s is not reached from the internet', (address) => {
	expect(() => requireReachable(address, PROVIDER)).toThrow(/cannot reach it/);
	// A stand-in, or a gateway beside n8n, can.
	expect(() => requireReachable(address, 'http://127.0.0.1:8080')).not.toThrow();
});

test.each([
	undefined,
	'https://n8n.example.com/webhook/1',
	'https://203.0.113.7/webhook/1',
	'https://172.32.0.1/webhook/1',
	'https://192.169.0.1/webhook/1',
	'https://100.example.com/webhook/1',
	'https://10.example.com/webhook/1',
	'https://[2001:db8::7]/webhook/1',
	'https://localhost.example.com/webhook/1',
	'https://my.local.example.com/webhook/1',
])('%s is', (address) => {
	expect(() => requireReachable(address, PROVIDER)).not.toThrow();
});

test.each([
	['https://n8n.example.com/webhook-test/1/voice-call', /is a test URL/],
	['http://n8n.example.com/webhook/1', /does not start with https/],
	['n8n.example.com/webhook/1', /is not a web address/],
	['ftp://n8n.example.com/webhook/1', /does not start with https/],
])('%s takes no events', (address, expected) => {
	expect(() => callbackAddress(address, 'Callback URL')).toThrow(expected);
});
