-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1 of a workspace. One statement ends with a semicolon at the end of a line; none holds such a line inside.

CREATE TABLE schema_version (
    version INTEGER PRIMARY KEY,
    applied_at TEXT NOT NULL,
    program TEXT NOT NULL
);

-- One row per stored workbook. `properties` holds what is neither element, block nor layout (meta, contents, extras).
CREATE TABLE sigma_workbooks (
    workbook_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    properties TEXT,
    projected_seq INTEGER NOT NULL DEFAULT -1,
    created_at TEXT NOT NULL,
    archived_at TEXT
);

-- The workbook file a document belongs to. `saved_step` is the history step whose state the file holds, `saved_seq` the
-- journal record that was the last one then. `intended_sha256` is set while a save is on its way.
CREATE TABLE workbook_files (
    workbook_id TEXT PRIMARY KEY REFERENCES sigma_workbooks ON DELETE CASCADE,
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    envelope TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified_ms INTEGER NOT NULL,
    bytes BLOB,
    saved_step INTEGER NOT NULL,
    saved_seq INTEGER NOT NULL,
    intended_sha256 TEXT,
    intended_path TEXT,
    intended_format TEXT,
    intended_envelope TEXT,
    intended_step INTEGER,
    intended_seq INTEGER
);

CREATE INDEX workbook_files_path ON workbook_files (path);

-- One row per time a document was open for editing. No `closed_at`: it did not end properly, or is still open.
CREATE TABLE sessions (
    session INTEGER PRIMARY KEY,
    workbook_id TEXT NOT NULL REFERENCES sigma_workbooks ON DELETE CASCADE,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    opened_at TEXT NOT NULL,
    closed_at TEXT
);

CREATE INDEX sessions_workbook ON sessions (workbook_id);

-- The truth. kind: 0 a new step, 1 the current step goes on, 2 undo, redo or a jump to `step`.
CREATE TABLE journal (
    workbook_id TEXT NOT NULL REFERENCES sigma_workbooks ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    step INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    body,
    PRIMARY KEY (workbook_id, seq)
) WITHOUT ROWID;

-- The whole workbook as of a journal record, compressed.
CREATE TABLE snapshots (
    workbook_id TEXT NOT NULL REFERENCES sigma_workbooks ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (workbook_id, seq)
);

-- The input tables that hold rows. `row_count` and `last_place` make appending independent of the size; row ids are
-- never used again, so the next one outlives the rows.
CREATE TABLE input_row_tables (
    table_no INTEGER PRIMARY KEY,
    workbook_id TEXT NOT NULL REFERENCES sigma_workbooks ON DELETE CASCADE,
    table_key TEXT NOT NULL,
    next_row_id INTEGER NOT NULL DEFAULT 1,
    row_count INTEGER NOT NULL DEFAULT 0,
    last_place INTEGER NOT NULL DEFAULT 0,
    UNIQUE (workbook_id, table_key)
);

-- Rows as of the last journal record; `place` orders them, with gaps for rows between.
CREATE TABLE input_rows (
    table_no INTEGER NOT NULL REFERENCES input_row_tables ON DELETE CASCADE,
    row_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    row_values TEXT NOT NULL,
    PRIMARY KEY (table_no, row_id)
) WITHOUT ROWID;

CREATE INDEX input_rows_place ON input_rows (table_no, place);

-- Who changed what, when; undo and redo included. No `before_values`: the row was inserted; no `after_values`: removed.
CREATE TABLE input_row_edits (
    edit INTEGER PRIMARY KEY,
    table_no INTEGER NOT NULL REFERENCES input_row_tables ON DELETE CASCADE,
    row_id INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    author TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    before_values TEXT,
    after_values TEXT
);

CREATE INDEX input_row_edits_row ON input_row_edits (table_no, row_id);

-- Local copies of source tables: one row each, the data stands in the table named `data_table`.
CREATE TABLE source_tables (
    id TEXT PRIMARY KEY,
    workbook_id TEXT REFERENCES sigma_workbooks ON DELETE CASCADE,
    connection TEXT NOT NULL,
    table_path TEXT NOT NULL,
    columns TEXT NOT NULL,
    data_table TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    captured_at TEXT NOT NULL
);

-- What a remote side (a Sigma document, a warehouse schema) held when we last agreed with it.
CREATE TABLE sync_state (
    workbook_id TEXT NOT NULL REFERENCES sigma_workbooks ON DELETE CASCADE,
    remote TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    remote_version TEXT,
    agreed_seq INTEGER,
    agreed_hash TEXT,
    state TEXT,
    synced_at TEXT NOT NULL,
    PRIMARY KEY (workbook_id, remote)
);

CREATE TABLE sigma_input_tables (
    workbook_id TEXT NOT NULL REFERENCES sigma_workbooks ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('empty', 'csv', 'linked')),
    columns TEXT NOT NULL,
    data_entry_permission TEXT NOT NULL CHECK (data_entry_permission IN ('draft', 'published')),
    validation_rules TEXT,
    governance_config TEXT,
    metadata TEXT,
    max_rows INTEGER,
    allow_bulk_operations INTEGER NOT NULL DEFAULT 1,
    status TEXT NOT NULL DEFAULT 'active',
    created_at TEXT DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (workbook_id, id)
);

CREATE TABLE sigma_layout_elements (
    workbook_id TEXT NOT NULL REFERENCES sigma_workbooks ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    config TEXT NOT NULL,
    parent_id TEXT,
    children TEXT NOT NULL,
    nesting_level INTEGER NOT NULL DEFAULT 0,
    created_at TEXT DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (workbook_id, id)
);

CREATE TABLE sigma_actions (
    workbook_id TEXT NOT NULL REFERENCES sigma_workbooks ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    subtype TEXT,
    target TEXT,
    parameters TEXT NOT NULL,
    conditions TEXT,
    created_at TEXT DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (workbook_id, id)
);

CREATE TABLE sigma_action_sequences (
    workbook_id TEXT NOT NULL REFERENCES sigma_workbooks ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT,
    "trigger" TEXT NOT NULL,
    condition TEXT,
    actions TEXT NOT NULL,
    execution_config TEXT,
    stop_on_error INTEGER NOT NULL DEFAULT 1,
    timeout_ms INTEGER NOT NULL DEFAULT 30000,
    is_paused INTEGER NOT NULL DEFAULT 0,
    created_at TEXT DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (workbook_id, id)
);

CREATE TABLE sigma_variables (
    workbook_id TEXT NOT NULL REFERENCES sigma_workbooks ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
    scope TEXT NOT NULL,
    created_at TEXT DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (workbook_id, id)
);
