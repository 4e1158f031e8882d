'use strict';

// Many tests wait, between two tries or for an answer that does not come, and a busy machine takes its time.
jest.setTimeout(120_000);
