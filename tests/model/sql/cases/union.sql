-- sqlite
SELECT
    "Customer",
    "Quantity"
FROM "SHOP"."ORDERS"
UNION ALL
SELECT
    "City" AS "Customer",
    NULL AS "Quantity"
FROM "SHOP"."CUSTOMERS";

-- postgresql
SELECT
    "Customer",
    "Quantity"
FROM "SHOP"."ORDERS"
UNION ALL
SELECT
    "City" AS "Customer",
    CAST(NULL AS double precision) AS "Quantity"
FROM "SHOP"."CUSTOMERS";

-- mysql
SELECT
    CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
    `Quantity`
FROM `SHOP`.`ORDERS`
UNION ALL
SELECT
    CONVERT(`City` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
    NULL AS `Quantity`
FROM `SHOP`.`CUSTOMERS`;

-- snowflake
SELECT
    "Customer",
    "Quantity"
FROM "SHOP"."ORDERS"
UNION ALL
SELECT
    "City" AS "Customer",
    NULL AS "Quantity"
FROM "SHOP"."CUSTOMERS";

-- bigquery
SELECT
    `Customer`,
    `Quantity`
FROM `SHOP`.`ORDERS`
UNION ALL
SELECT
    `City` AS `Customer`,
    CAST(NULL AS FLOAT64) AS `Quantity`
FROM `SHOP`.`CUSTOMERS`;

-- databricks
SELECT
    `Customer`,
    `Quantity`
FROM `SHOP`.`ORDERS`
UNION ALL
SELECT
    `City` AS `Customer`,
    NULL AS `Quantity`
FROM `SHOP`.`CUSTOMERS`;

-- redshift
SELECT
    "Customer",
    "Quantity"
FROM "SHOP"."ORDERS"
UNION ALL
SELECT
    "City" AS "Customer",
    CAST(NULL AS DOUBLE PRECISION) AS "Quantity"
FROM "SHOP"."CUSTOMERS";

