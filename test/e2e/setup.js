'use strict';

// A real n8n on a busy machine takes its time; no test here measures it.
jest.setTimeout(600_000);
