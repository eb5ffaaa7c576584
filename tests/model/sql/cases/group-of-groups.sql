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
),
"by_region" AS (
    SELECT
        "Region",
        sum("Revenue") AS "Total"
    FROM "orders_base"
    GROUP BY 1
)
SELECT
    max("Total") AS "Best"
FROM "by_region";

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
),
"by_region" AS (
    SELECT
        "Region",
        sum("Revenue") AS "Total"
    FROM "orders_base"
    GROUP BY 1
)
SELECT
    max("Total") AS "Best"
FROM "by_region";

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
),
`by_region` AS (
    SELECT
        `Region`,
        sum(`Revenue`) AS `Total`
    FROM `orders_base`
    GROUP BY 1
)
SELECT
    max(`Total`) AS `Best`
FROM `by_region`;

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
),
"by_region" AS (
    SELECT
        "Region",
        sum("Revenue") AS "Total"
    FROM "orders_base"
    GROUP BY 1
)
SELECT
    max("Total") AS "Best"
FROM "by_region";

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
),
`by_region` AS (
    SELECT
        `Region`,
        sum(`Revenue`) AS `Total`
    FROM `orders_base`
    GROUP BY 1
)
SELECT
    max(`Total`) AS `Best`
FROM `by_region`;

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
),
`by_region` AS (
    SELECT
        `Region`,
        sum(`Revenue`) AS `Total`
    FROM `orders_base`
    GROUP BY 1
)
SELECT
    max(`Total`) AS `Best`
FROM `by_region`;

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
),
"by_region" AS (
    SELECT
        "Region",
        sum("Revenue") AS "Total"
    FROM "orders_base"
    GROUP BY 1
)
SELECT
    max("Total") AS "Best"
FROM "by_region";

