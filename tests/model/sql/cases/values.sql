-- sqlite
SELECT ? AS "Month"
UNION ALL SELECT ? AS "Month"
UNION ALL SELECT NULL AS "Month"
UNION ALL SELECT ? AS "Month";
-- ? 1
-- ? 2
-- ? 3

-- postgresql
SELECT CAST(? AS bigint) AS "Month"
UNION ALL SELECT CAST(? AS bigint) AS "Month"
UNION ALL SELECT CAST(NULL AS double precision) AS "Month"
UNION ALL SELECT CAST(? AS bigint) AS "Month";
-- ? 1
-- ? 2
-- ? 3

-- mysql
SELECT ? AS `Month`
UNION ALL SELECT ? AS `Month`
UNION ALL SELECT NULL AS `Month`
UNION ALL SELECT ? AS `Month`;
-- ? 1
-- ? 2
-- ? 3

-- snowflake
SELECT ? AS "Month"
UNION ALL SELECT ? AS "Month"
UNION ALL SELECT NULL AS "Month"
UNION ALL SELECT ? AS "Month";
-- ? 1
-- ? 2
-- ? 3

-- bigquery
SELECT ? AS `Month`
UNION ALL SELECT ? AS `Month`
UNION ALL SELECT CAST(NULL AS FLOAT64) AS `Month`
UNION ALL SELECT ? AS `Month`;
-- ? 1
-- ? 2
-- ? 3

-- databricks
SELECT ? AS `Month`
UNION ALL SELECT ? AS `Month`
UNION ALL SELECT NULL AS `Month`
UNION ALL SELECT ? AS `Month`;
-- ? 1
-- ? 2
-- ? 3

-- redshift
SELECT CAST(? AS bigint) AS "Month"
UNION ALL SELECT CAST(? AS bigint) AS "Month"
UNION ALL SELECT CAST(NULL AS DOUBLE PRECISION) AS "Month"
UNION ALL SELECT CAST(? AS bigint) AS "Month";
-- ? 1
-- ? 2
-- ? 3

