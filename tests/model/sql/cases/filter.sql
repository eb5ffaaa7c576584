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
WHERE "Quantity" > ?
  AND "Region" <> ?;
-- ? 1
-- ? East

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
WHERE "Quantity" > CAST(? AS bigint)
  AND "Region" <> CAST(? AS text);
-- ? 1
-- ? East

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
WHERE `Quantity` > ?
  AND CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin <> ?;
-- ? 1
-- ? East

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
WHERE "Quantity" > ?
  AND "Region" <> ?;
-- ? 1
-- ? East

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
WHERE `Quantity` > ?
  AND `Region` <> ?;
-- ? 1
-- ? East

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
WHERE `Quantity` > ?
  AND `Region` <> ?;
-- ? 1
-- ? East

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
WHERE "Quantity" > CAST(? AS bigint)
  AND "Region" <> CAST(? AS VARCHAR(65535));
-- ? 1
-- ? East

