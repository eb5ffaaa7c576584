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
WHERE FALSE;

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
WHERE FALSE;

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
WHERE FALSE;

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
WHERE FALSE;

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
WHERE FALSE;

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
WHERE FALSE;

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
WHERE FALSE;

