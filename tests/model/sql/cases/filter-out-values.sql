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
WHERE NOT coalesce("Customer" IN (?, ?), FALSE);
-- ? Ann
-- ? Bob

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
WHERE NOT coalesce("Customer" IN (CAST(? AS text), CAST(? AS text)), FALSE);
-- ? Ann
-- ? Bob

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
WHERE NOT coalesce((CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin) IN (?, ?), FALSE);
-- ? Ann
-- ? Bob

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
WHERE NOT coalesce("Customer" IN (?, ?), FALSE);
-- ? Ann
-- ? Bob

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
WHERE NOT coalesce(`Customer` IN (?, ?), FALSE);
-- ? Ann
-- ? Bob

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
WHERE NOT coalesce(`Customer` IN (?, ?), FALSE);
-- ? Ann
-- ? Bob

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
WHERE NOT coalesce("Customer" IN (CAST(? AS VARCHAR(65535)), CAST(? AS VARCHAR(65535))), FALSE);
-- ? Ann
-- ? Bob

