-- sqlite
WITH "orders_2" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Price",
        "Paid"
    FROM "SHOP"."ORDERS"
    ORDER BY "Id" NULLS LAST
    LIMIT 4
)
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "orders_2"
WHERE "Region" = 'West';

-- postgresql
WITH "orders_2" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Price",
        "Paid"
    FROM "SHOP"."ORDERS"
    ORDER BY "Id"
    LIMIT 4
)
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "orders_2"
WHERE "Region" = 'West';

-- mysql
WITH `orders_2` AS (
    SELECT
        `Id`,
        CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
        CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
        `Day`,
        `Quantity`,
        `Price`,
        `Paid`
    FROM `SHOP`.`ORDERS`
    ORDER BY `Id` IS NULL, `Id`
    LIMIT 4
)
SELECT
    `Id`,
    `Customer`,
    `Region`,
    `Day`,
    `Quantity`,
    `Price`,
    `Paid`
FROM `orders_2`
WHERE `Region` = 'West';

-- snowflake
WITH "orders_2" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Price",
        "Paid"
    FROM "SHOP"."ORDERS"
    ORDER BY "Id"
    LIMIT 4
)
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "orders_2"
WHERE "Region" = 'West';

-- bigquery
WITH `orders_2` AS (
    SELECT
        `Id`,
        `Customer`,
        `Region`,
        CAST(`Day` AS DATETIME) AS `Day`,
        `Quantity`,
        `Price`,
        `Paid`
    FROM `SHOP`.`ORDERS`
    ORDER BY `Id` NULLS LAST
    LIMIT 4
)
SELECT
    `Id`,
    `Customer`,
    `Region`,
    `Day`,
    `Quantity`,
    `Price`,
    `Paid`
FROM `orders_2`
WHERE `Region` = 'West';

-- databricks
WITH `orders_2` AS (
    SELECT
        `Id`,
        `Customer`,
        `Region`,
        `Day`,
        `Quantity`,
        `Price`,
        `Paid`
    FROM `SHOP`.`ORDERS`
    ORDER BY `Id` NULLS LAST
    LIMIT 4
)
SELECT
    `Id`,
    `Customer`,
    `Region`,
    `Day`,
    `Quantity`,
    `Price`,
    `Paid`
FROM `orders_2`
WHERE `Region` = 'West';

-- redshift
WITH "orders_2" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Price",
        "Paid"
    FROM "SHOP"."ORDERS"
    ORDER BY "Id"
    LIMIT 4
)
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "orders_2"
WHERE "Region" = 'West';

