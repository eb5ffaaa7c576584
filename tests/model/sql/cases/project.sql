-- sqlite
SELECT
    "Customer",
    "Price" * 1.0 / "Quantity" AS "Each",
    "Quantity" + 1 AS "Next",
    'It''s' AS "Fixed",
    NULL AS "Nothing"
FROM "SHOP"."ORDERS";

-- postgresql
SELECT
    "Customer",
    CAST("Price" AS double precision) / NULLIF(CAST("Quantity" AS double precision), 0) AS "Each",
    "Quantity" + 1 AS "Next",
    'It''s' AS "Fixed",
    CAST(NULL AS text) AS "Nothing"
FROM "SHOP"."ORDERS";

-- mysql
SELECT
    CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
    `Price` * 1e0 / NULLIF(`Quantity`, 0) AS `Each`,
    `Quantity` + 1 AS `Next`,
    'It''s' AS `Fixed`,
    NULL AS `Nothing`
FROM `SHOP`.`ORDERS`;

-- snowflake
SELECT
    "Customer",
    CAST("Price" AS FLOAT) / NULLIF(CAST("Quantity" AS FLOAT), 0) AS "Each",
    "Quantity" + 1 AS "Next",
    'It''s' AS "Fixed",
    NULL AS "Nothing"
FROM "SHOP"."ORDERS";

-- bigquery
SELECT
    `Customer`,
    SAFE_DIVIDE(`Price`, `Quantity`) AS `Each`,
    `Quantity` + 1 AS `Next`,
    'It\'s' AS `Fixed`,
    CAST(NULL AS STRING) AS `Nothing`
FROM `SHOP`.`ORDERS`;

-- databricks
SELECT
    `Customer`,
    try_divide(CAST(`Price` AS DOUBLE), `Quantity`) AS `Each`,
    `Quantity` + 1 AS `Next`,
    'It\'s' AS `Fixed`,
    NULL AS `Nothing`
FROM `SHOP`.`ORDERS`;

-- redshift
SELECT
    "Customer",
    CAST("Price" AS double precision) / NULLIF(CAST("Quantity" AS double precision), 0) AS "Each",
    "Quantity" + 1 AS "Next",
    'It''s' AS "Fixed",
    CAST(NULL AS VARCHAR(65535)) AS "Nothing"
FROM "SHOP"."ORDERS";

