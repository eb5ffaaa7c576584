-- sqlite
WITH "orders_base" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Quantity" * "Price" AS "Revenue"
    FROM "SHOP"."ORDERS"
)
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Revenue"
FROM "orders_base"
WHERE "Revenue" > 10;

-- postgresql
WITH "orders_base" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Quantity" * "Price" AS "Revenue"
    FROM "SHOP"."ORDERS"
)
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Revenue"
FROM "orders_base"
WHERE "Revenue" > 10;

-- mysql
WITH `orders_base` AS (
    SELECT
        `Id`,
        CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
        CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
        `Day`,
        `Quantity`,
        `Quantity` * `Price` AS `Revenue`
    FROM `SHOP`.`ORDERS`
)
SELECT
    `Id`,
    `Customer`,
    `Region`,
    `Day`,
    `Quantity`,
    `Revenue`
FROM `orders_base`
WHERE `Revenue` > 10;

-- snowflake
WITH "orders_base" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Quantity" * "Price" AS "Revenue"
    FROM "SHOP"."ORDERS"
)
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Revenue"
FROM "orders_base"
WHERE "Revenue" > 10;

-- bigquery
WITH `orders_base` AS (
    SELECT
        `Id`,
        `Customer`,
        `Region`,
        CAST(`Day` AS DATETIME) AS `Day`,
        `Quantity`,
        `Quantity` * `Price` AS `Revenue`
    FROM `SHOP`.`ORDERS`
)
SELECT
    `Id`,
    `Customer`,
    `Region`,
    `Day`,
    `Quantity`,
    `Revenue`
FROM `orders_base`
WHERE `Revenue` > 10;

-- databricks
WITH `orders_base` AS (
    SELECT
        `Id`,
        `Customer`,
        `Region`,
        `Day`,
        `Quantity`,
        `Quantity` * `Price` AS `Revenue`
    FROM `SHOP`.`ORDERS`
)
SELECT
    `Id`,
    `Customer`,
    `Region`,
    `Day`,
    `Quantity`,
    `Revenue`
FROM `orders_base`
WHERE `Revenue` > 10;

-- redshift
WITH "orders_base" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Quantity" * "Price" AS "Revenue"
    FROM "SHOP"."ORDERS"
)
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Revenue"
FROM "orders_base"
WHERE "Revenue" > 10;

