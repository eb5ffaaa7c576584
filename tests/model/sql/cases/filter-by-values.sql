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
WHERE "Customer" IN (?, ?);
-- ? Ann
-- ? It's "q" \ %_

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
WHERE "Customer" IN (CAST(? AS text), CAST(? AS text));
-- ? Ann
-- ? It's "q" \ %_

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
WHERE (CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin) IN (?, ?);
-- ? Ann
-- ? It's "q" \ %_

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
WHERE "Customer" IN (?, ?);
-- ? Ann
-- ? It's "q" \ %_

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
WHERE `Customer` IN (?, ?);
-- ? Ann
-- ? It's "q" \ %_

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
WHERE `Customer` IN (?, ?);
-- ? Ann
-- ? It's "q" \ %_

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
WHERE "Customer" IN (CAST(? AS VARCHAR(65535)), CAST(? AS VARCHAR(65535)));
-- ? Ann
-- ? It's "q" \ %_

