'use strict';

/** What the account has. */

const APPLICATIONS = ['Reception', 'Reminders', 'Survey'].map((name, index) => ({
	id: `129338426107573149${index}`,
	record_type: 'call_control_application',
	application_name: name,
	webhook_event_url: 'https://example.com/hook',
	webhook_api_version: '2',
}));

const NUMBERS = ['+14155550100', '+14155550101', '+14155550102'].map((number, index) => ({
	id: `14155550${index}`,
	record_type: 'phone_number',
	phone_number: number,
	status: 'active',
	connection_name: index === 0 ? 'Reception' : null,
}));

const ASSISTANTS = ['Reception', 'Survey'].map((name, index) => ({
	id: `assistant-1a2b3c4d-0000-4000-8000-00000000000${index + 1}`,
	name,
	model: 'openai/gpt-4o',
}));

const BALANCE = {
	record_type: 'balance',
	balance: '300.00',
	available_credit: '400.00',
	credit_limit: '100.00',
	pending: '10.00',
	currency: 'USD',
};

module.exports = { APPLICATIONS, ASSISTANTS, BALANCE, NUMBERS };
