-- sqlite
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "SHOP"."ORDERS"
WHERE (("Day" < ?) OR ("Day" = '2026-03-01 00:00:00'));
-- ? 2026-01-05 14:30:00

-- postgresql
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "SHOP"."ORDERS"
WHERE (("Day" < CAST(? AS timestamp)) OR ("Day" = (TIMESTAMP '2026-03-01 00:00:00')));
-- ? 2026-01-05 14:30:00

-- mysql
SELECT
    `Id`,
    CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
    CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
    `Day`,
    `Quantity`,
    `Price`,
    `Paid`
FROM `SHOP`.`ORDERS`
WHERE ((`Day` < ?) OR (`Day` = (TIMESTAMP '2026-03-01 00:00:00')));
-- ? 2026-01-05 14:30:00

-- snowflake
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "SHOP"."ORDERS"
WHERE (("Day" < ?) OR ("Day" = TO_TIMESTAMP_NTZ('2026-03-01 00:00:00')));
-- ? 2026-01-05 14:30:00

-- bigquery
SELECT
    `Id`,
    `Customer`,
    `Region`,
    CAST(`Day` AS DATETIME) AS `Day`,
    `Quantity`,
    `Price`,
    `Paid`
FROM `SHOP`.`ORDERS`
WHERE ((CAST(`Day` AS DATETIME) < ?) OR (CAST(`Day` AS DATETIME) = (DATETIME '2026-03-01 00:00:00')));
-- ? 2026-01-05 14:30:00

-- databricks
SELECT
    `Id`,
    `Customer`,
    `Region`,
    `Day`,
    `Quantity`,
    `Price`,
    `Paid`
FROM `SHOP`.`ORDERS`
WHERE ((`Day` < ?) OR (`Day` = (TIMESTAMP '2026-03-01 00:00:00')));
-- ? 2026-01-05 14:30:00

-- redshift
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "SHOP"."ORDERS"
WHERE (("Day" < CAST(? AS TIMESTAMP)) OR ("Day" = (TIMESTAMP '2026-03-01 00:00:00')));
-- ? 2026-01-05 14:30:00

