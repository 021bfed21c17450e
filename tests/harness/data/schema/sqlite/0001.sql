-- The scratch schema of the safety harnesses: a queue of calls, and outcomes that come in two halves.
CREATE TABLE call (
    id INTEGER PRIMARY KEY,
    desk TEXT,                                  -- NULL: nobody has taken it
    done INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE outcome (
    id INTEGER PRIMARY KEY,
    op TEXT NOT NULL UNIQUE,
    call INTEGER NOT NULL REFERENCES call (id),
    desk TEXT NOT NULL
) STRICT;
CREATE TABLE next_contact (
    outcome INTEGER PRIMARY KEY REFERENCES outcome (id),
    day INTEGER NOT NULL
) STRICT;
-- What a lease in a row would look like: the planted defect of the lease harness.
CREATE TABLE clock_lease (
    customer INTEGER PRIMARY KEY,
    holder TEXT NOT NULL,
    until INTEGER NOT NULL                      -- milliseconds of the holder's own clock
) STRICT;
WITH RECURSIVE number (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM number WHERE n < 1200)
INSERT INTO call (id) SELECT n FROM number;
